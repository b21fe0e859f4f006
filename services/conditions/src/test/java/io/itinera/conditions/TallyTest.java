package io.itinera.conditions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.itinera.contracts.condition.Condition.Aggregate;
import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class TallyTest {
    private static Number sum(Object... values) {
        Tally tally = Tally.of(Aggregate.Of.sum);
        Arrays.stream(values).forEach(tally::take);
        return tally.number();
    }

    @Test
    void sumOfWholeNumbersIsWhole() {
        assertEquals(-3L, sum(4, -9L, 2));
    }

    @Test
    void sumBeyondALongIsExact() {
        assertEquals(
                new BigDecimal("18446744073709551617"), sum(Long.MAX_VALUE, Long.MAX_VALUE, 3));
    }

    @Test
    void sumOfWholeNumbersAndFractionsIsExact() {
        assertEquals(new BigDecimal("3.30"), sum(2, new BigDecimal("1.10"), 0.2));
    }

    @Test
    void sumOfNothingThatCountsIsNone() {
        assertNull(sum("12", true, Double.NaN));
    }
}
