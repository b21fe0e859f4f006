package io.itinera.collector.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class EpochTest {
    @Test
    void countHasItsCharactersAndNotOneMore() {
        String atLimit = "1".repeat(Epoch.MAX_LENGTH);
        assertEquals(atLimit, Epoch.count(atLimit).toPlainString());
        assertThrows(ArithmeticException.class, () -> Epoch.count(atLimit + "1"));
    }

    @Test
    void exponentMovesThePointByItsPlacesAndNotByOneMore() {
        assertEquals(Epoch.MAX_LENGTH, Epoch.count("1E-" + Epoch.MAX_LENGTH).scale());
        assertEquals(-Epoch.MAX_LENGTH, Epoch.count("1E" + Epoch.MAX_LENGTH).scale());
        for (String sign : new String[] {"", "-"}) {
            String beyond = "1E" + sign + (Epoch.MAX_LENGTH + 1);
            assertThrows(ArithmeticException.class, () -> Epoch.count(beyond), beyond);
        }
    }
}
