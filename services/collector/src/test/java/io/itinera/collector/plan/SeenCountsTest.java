package io.itinera.collector.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.collector.domain.Arrival;
import io.itinera.collector.domain.Draft;
import io.itinera.collector.domain.Flaw;
import io.itinera.collector.domain.Headline;
import io.itinera.collector.domain.Reason;
import io.itinera.collector.domain.Resent;
import io.itinera.collector.domain.Retrial;
import io.itinera.collector.domain.SeenName;
import io.itinera.collector.domain.Sender;
import io.itinera.collector.domain.Slice;
import io.itinera.collector.domain.Tally;
import io.itinera.collector.domain.Text;
import io.itinera.collector.domain.Verdict;
import io.itinera.contracts.settings.IntakeRules;
import io.itinera.contracts.settings.Source;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class SeenCountsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Source SHOP =
            new Source(
                    new UUID(0, 1),
                    "w1",
                    "Shop",
                    List.of(),
                    true,
                    Source.DEFAULT_HISTORIC_AFTER,
                    IntakeRules.DEFAULT,
                    null,
                    Map.of());

    private final SeenCounts counts = new SeenCounts(new SeenCounts.Bounds(2, 3, 100));

    @Test
    void eventsOfOneNameAreCountedTogetherWithOneSample() {
        counts.add(SHOP, NOON, sums(refused("A", 10)));
        counts.add(SHOP, NOON.plusSeconds(1), sums(refused("A", 20)));
        assertEquals(
                Map.of(
                        name("A"),
                        new Tally(NOON, NOON.plusSeconds(1), 0, 0, 2, "x".repeat(10), NOON)),
                counts.drain());
        assertEquals(Map.of(), counts.drain());
    }

    @Test
    void namesBeyondTheBoundAreCountedTogether() {
        counts.add(
                SHOP,
                NOON,
                sums(refused("A", 1), refused("B", 1), refused("C", 1), refused("D", 1)));
        assertEquals(Map.of(name("A"), 1L, name("B"), 1L, name(SeenName.OTHERS), 2L), rejections());
    }

    @Test
    void samplesBeyondTheBoundAreNotKept() {
        counts.add(SHOP, NOON, sums(refused("A", 100), refused("B", 1)));
        Map<SeenName, Tally> tallies = counts.drain();
        assertEquals("x".repeat(100), tallies.get(name("A")).sample());
        assertEquals(new Tally(NOON, NOON, 0, 0, 1, null, null), tallies.get(name("B")));
    }

    @Test
    void refusedEventWhoseNameNoColumnTakesHasNone() {
        counts.add(SHOP, NOON, sums(refused("a\u0000", 1), refused("\ud800", 1)));
        assertEquals(Map.of(name(""), 2L), rejections());
    }

    private static Collection<SeenSum> sums(Verdict... verdicts) {
        return SeenSum.of(List.of(verdicts));
    }

    private Map<SeenName, Long> rejections() {
        return counts.drain().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().rejected()));
    }

    private static SeenName name(String name) {
        return new SeenName("w1", SHOP.id(), name);
    }

    private static Verdict refused(String name, int bytes) {
        Slice whole = new Slice("x".repeat(bytes).getBytes(UTF_8), 0, bytes);
        Draft draft =
                new Draft(whole, Map.of(Text.TYPE, "track", Text.EVENT, name), Map.of(), null);
        return new Verdict.Refused(
                0,
                new Headline("track", name, null, null, null),
                whole,
                new Flaw(Reason.NO_ID, "nobody"),
                new Retrial(
                        "id",
                        draft,
                        null,
                        null,
                        Resent.UNKNOWN,
                        Sender.UNKNOWN,
                        Arrival.History.OLD));
    }
}
