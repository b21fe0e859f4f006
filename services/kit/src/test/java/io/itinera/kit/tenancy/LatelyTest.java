package io.itinera.kit.tenancy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LatelyTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    private final Lately<String, Integer> lately = new Lately<>(2);

    @Test
    void whatIsKnownHoldsUntilItsMoment() {
        lately.put("a", 1, LATER);
        assertEquals(1, lately.find("a", LATER.minusNanos(1)));
        assertNull(lately.find("a", LATER));
    }

    @Test
    void whatIsFoundOutAnewHoldsFromThen() {
        lately.put("a", 1, NOW);
        lately.put("a", 2, LATER);
        assertEquals(2, lately.find("a", NOW));
    }

    @Test
    void oldestMakesRoom() {
        lately.put("a", 1, LATER);
        lately.put("b", 2, LATER);
        lately.put("a", 3, LATER);
        lately.put("c", 4, LATER);
        assertEquals(
                Arrays.asList(3, null, 4),
                List.of("a", "b", "c").stream().map(it -> lately.find(it, NOW)).toList());
    }
}
