package io.itinera.collector.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InFlightTest {
    private final InFlight inFlight = new InFlight(20);
    private final UUID source = UUID.randomUUID();
    private final InFlight.Share share = inFlight.open(Optional.of(source));
    private final InFlight.Share sibling = inFlight.open(Optional.of(source));

    @Test
    void sourceHasRoomForHalfOfItAndNotForOneMoreUntilSomeIsGivenBack() {
        boolean half = share.take(10);
        boolean more = sibling.take(1);
        share.giveBack(1);
        boolean again = sibling.take(1);
        assertEquals(List.of(true, false, true), List.of(half, more, again));
    }

    @Test
    void othersHaveRoomBesideASourceThatFillsItsHalfUntilAllIsTaken() {
        share.take(10);
        boolean other = inFlight.open(Optional.of(UUID.randomUUID())).take(6);
        boolean unnamed = inFlight.open(Optional.empty()).take(4);
        boolean beyond = inFlight.open(Optional.of(UUID.randomUUID())).take(1);
        assertEquals(List.of(true, true, false), List.of(other, unnamed, beyond));
    }

    @Test
    void threeQuartersOfARoomAreNotCrowdedAndOneByteMoreIs() {
        InFlight roomy = new InFlight(80);
        InFlight.Share own = roomy.open(Optional.of(source));
        own.take(30);
        boolean at = own.isCrowded();
        own.take(1);
        boolean past = own.isCrowded();
        boolean another = roomy.open(Optional.empty()).isCrowded();
        assertEquals(List.of(false, true, false), List.of(at, past, another));
    }

    @Test
    void shareIsGivenBackOnceWhenItIsLetGo() {
        share.take(10);
        boolean whileHeld = sibling.take(1);
        share.letGo();
        boolean afterwards = sibling.take(10);
        share.letGo();
        boolean again = sibling.take(1);
        assertEquals(List.of(false, true, false), List.of(whileHeld, afterwards, again));
    }
}
