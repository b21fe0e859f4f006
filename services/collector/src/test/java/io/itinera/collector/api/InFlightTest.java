package io.itinera.collector.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class InFlightTest {
    @Test
    void thereIsRoomForItsBytesAndNotForOneMoreUntilSomeAreGivenBack() {
        InFlight inFlight = new InFlight(10);
        boolean all = inFlight.take(10);
        boolean more = inFlight.take(1);
        inFlight.giveBack(1);
        boolean again = inFlight.take(1);
        assertEquals(List.of(true, false, true), List.of(all, more, again));
    }
}
