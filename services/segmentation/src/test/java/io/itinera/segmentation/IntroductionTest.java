package io.itinera.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class IntroductionTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final UUID ANN = new UUID(7, 7);
    private static final UUID BOB = new UUID(8, 8);

    private final Introduction introduction = Introduction.of(ANN, "secret", NOW);

    @Test
    void introductionHoldsUntilItsEnd() {
        assertTrue(introduction.holds("secret", introduction.until().minusMillis(1)));
        assertFalse(introduction.holds("secret", introduction.until()));
    }

    @Test
    void introductionOfAnotherCustomerIsWorthNothing() {
        Introduction other = new Introduction(BOB, introduction.until(), introduction.signature());
        assertFalse(other.holds("secret", NOW));
    }

    @Test
    void introductionIsNotMadeToLastLonger() {
        Introduction longer =
                new Introduction(
                        ANN, introduction.until().plusSeconds(1), introduction.signature());
        assertFalse(longer.holds("secret", NOW));
    }

    @Test
    void anotherWorkspacesSecretSignsNothingHere() {
        assertFalse(introduction.holds("another", NOW));
    }

    @Test
    void introductionSurvivesItsWayAsText() {
        Introduction read =
                new Introduction(
                        UUID.fromString(introduction.customer().toString()),
                        Instant.parse(introduction.until().toString()),
                        introduction.signature());
        assertEquals(introduction, read);
        assertTrue(read.holds("secret", NOW));
    }
}
