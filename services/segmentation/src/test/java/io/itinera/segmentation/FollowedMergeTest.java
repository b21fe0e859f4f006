package io.itinera.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.conditions.InvalidCondition;
import io.itinera.contracts.attribute.AttributeRule;
import io.itinera.contracts.attribute.DateSource;
import io.itinera.contracts.definitions.AttributeDefinition;
import io.itinera.contracts.definitions.SegmentHead;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.outcomes.OutcomeName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What followed from what somebody did is a line of theirs, whoever they turn out to be. */
final class FollowedMergeTest {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    private static final UUID ANN = Partitions.customer("user", "ann");
    private static final UUID BOB = Partitions.customer("user", "bob");
    private static final UUID ENDING = new UUID(5, 5);

    @Test
    void linesGoWithWhatTheyFollowedFromAndComeBackWithIt() throws InvalidCondition {
        Partitions partitions = people();
        List<List<String>> before = lines(partitions);
        ask(partitions, "m", OutcomeName.MERGE_ASKED, 10);
        partitions.run(new Random(1));
        List<String> merged = partitions.everybody().timeline(ANN);
        ask(partitions, "u", OutcomeName.UNMERGE_ASKED, 20);
        partitions.run(new Random(2));
        assertEquals(
                List.of(
                        List.of(
                                List.of("event/e-ann/1", "e-ann"),
                                List.of("event/e-bob/1", "e-bob")),
                        List.of("event/e-bob/1", "event/e-ann/1", "e-bob", "e-ann"),
                        before),
                List.of(before, merged, lines(partitions)));
    }

    private static List<List<String>> lines(Partitions partitions) {
        return List.of(partitions.everybody().timeline(ANN), partitions.everybody().timeline(BOB));
    }

    private static Partitions people() throws InvalidCondition {
        Partitions partitions = new Partitions(1, 1);
        AttributeRule ending =
                new AttributeRule.Reminders(
                        "ending", new DateSource.Trait("ends"), List.of(Duration.ofDays(7)));
        partitions.publish(
                new AttributeDefinition(ENDING, 1, "w", "ending", ending, START, Map.of()));
        partitions.publish(new SegmentHead(ENDING, "w", 1, false));
        for (String user : List.of("ann", "bob")) {
            partitions.collect(Partitions.of("d-" + user), ends(user));
        }
        partitions.runInPeace(new Random(0));
        return partitions;
    }

    private static Event ends(String user) {
        return new Event(
                "e-" + user,
                "w",
                EventType.identify,
                "$identify",
                "d-" + user,
                user,
                null,
                null,
                Map.of(),
                Map.of(),
                Map.of("ends", START.plus(Duration.ofDays(user.length() + 1L)).toString()),
                Map.of(),
                START,
                START.plusSeconds(1),
                "s",
                false,
                Map.of());
    }

    private static void ask(Partitions partitions, String id, OutcomeName name, int seconds) {
        partitions.take(
                new Outcome(
                        id,
                        "w",
                        BOB,
                        name,
                        Map.of("into", ANN.toString(), "by", "mira"),
                        START.plusSeconds(seconds),
                        null,
                        0,
                        Map.of()));
    }
}
