package io.itinera.collector.files.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Duration WHOLE = Duration.ofSeconds(20);

    @Test
    void byteNowAndThenUsesThePatienceUp() {
        Patience patience = new Patience(WHOLE);
        patience.came(1, Duration.ofSeconds(19));
        assertEquals(Duration.ofSeconds(1), patience.left());
        patience.came(1, Duration.ofSeconds(1));
        assertEquals(Duration.ZERO, patience.left());
    }

    @Test
    void enoughBytesInPiecesCountTheTimeAnewAndOneByteLessDoesNot() {
        Patience patience = new Patience(WHOLE);
        patience.came(Patience.ENOUGH_BYTES - 1, Duration.ofSeconds(5));
        assertEquals(Duration.ofSeconds(15), patience.left());
        patience.came(1, Duration.ofSeconds(5));
        assertEquals(WHOLE, patience.left());
    }
}
