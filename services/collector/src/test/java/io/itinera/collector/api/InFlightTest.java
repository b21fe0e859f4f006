package io.itinera.collector.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class InFlightTest {
    private final InFlight inFlight = new InFlight(10);
    private final InFlight.Share share = inFlight.open();
    private final InFlight.Share another = inFlight.open();

    @Test
    void thereIsRoomForItsBytesAndNotForOneMoreUntilSomeAreGivenBack() {
        boolean all = share.take(10);
        boolean more = another.take(1);
        share.giveBack(1);
        boolean again = another.take(1);
        assertEquals(List.of(true, false, true), List.of(all, more, again));
    }

    @Test
    void shareIsGivenBackWhenTheLastOfItsHoldersLetsGo() {
        share.take(10);
        share.hold();
        share.letGo();
        boolean whileHeld = another.take(1);
        share.letGo();
        boolean afterwards = another.take(10);
        assertEquals(List.of(false, true), List.of(whileHeld, afterwards));
    }
}
