package io.itinera.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.conditions.InvalidCondition;
import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Times;
import io.itinera.contracts.definitions.SegmentDefinition;
import io.itinera.contracts.definitions.SegmentHead;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.itinera.segmentation.domain.customer.Entry;
import io.itinera.segmentation.domain.customer.Happening;
import io.itinera.segmentation.domain.identity.Grounds;
import io.itinera.segmentation.domain.people.Hold;
import io.itinera.segmentation.domain.people.PeopleRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A long past on its way, by example: one line of it moves in a turn. */
final class MovesTest {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    private static final int LINES = 5;
    private static final UUID ANN = Partitions.customer("user", "ann");
    private static final UUID DEVICE = Partitions.customer("anonymous", "d");
    private static final Merge MERGE = new Merge(DEVICE, ANN);

    private static final String MERGED = "merge/" + DEVICE + "/" + ANN + "/in";

    private final Partitions partitions = new Partitions(1, 1);

    private static PeopleRecord view(UUID customer, String id, int second) {
        Event event =
                new Event(
                        id,
                        "w",
                        EventType.track,
                        "Viewed",
                        "d",
                        null,
                        null,
                        null,
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        at(second),
                        at(second),
                        "s",
                        false,
                        Map.of());
        Entry entry = new Entry(customer, new Happening.Did(event));
        return new PeopleRecord.Happened(customer, entry);
    }

    private void views(UUID customer, String id, int second) {
        partitions.tell(customer, view(customer, id, second));
    }

    /** The device has a past and is found to be Ann's; the first line is on its way. */
    private void begin() {
        for (int i = 0; i < LINES; i++) {
            views(DEVICE, "e" + i, i);
        }
        partitions.tell(ANN, new PeopleRecord.Announced("w", MERGE, at(LINES), false));
        partitions.tell(DEVICE, new PeopleRecord.Found("w", MERGE, at(LINES), Grounds.UNNOTED));
    }

    @Test
    void pastMovesNoFasterThanItsTurnsAllow() {
        begin();
        int before = partitions.everybody().timeline(DEVICE).size();
        partitions.turn(Partitions.of(DEVICE.toString()));
        assertEquals(
                List.of(3, 2), List.of(before, partitions.everybody().timeline(DEVICE).size()));
    }

    @Test
    void whatTheDeviceDoesMeanwhileFollowsItsPast() {
        begin();
        views(DEVICE, "late", LINES + 1);
        partitions.runInPeace(new Random(1));
        assertEquals(List.of(MERGED, "event/late"), told());
        assertEquals(
                List.of("late", "e4", "e3", "e2", "e1", "e0"),
                partitions.everybody().timeline(ANN));
    }

    @Test
    void nothingIsLeftWhereThePastWas() {
        begin();
        partitions.runInPeace(new Random(1));
        Partitions never = new Partitions();
        for (int i = 0; i < LINES; i++) {
            never.tell(ANN, view(ANN, "e" + i, i));
        }
        assertEquals(never.everybody().lines(), partitions.everybody().lines());
    }

    /** With some of the lines there, they would be asked about a past that was never theirs. */
    @Test
    void whoWaitsForAPastIsNotAskedBeforeItIsWhole() throws InvalidCondition {
        views(ANN, "mine", 0);
        begin();
        UUID segment = new UUID(5, 5);
        partitions.publish(few(segment));
        partitions.publish(new SegmentHead(segment, "w", 1, false));
        for (int i = 0; i < Partitions.COUNT; i++) {
            partitions.tell(ANN, new PeopleRecord.TimeReached(i, at(LINES)));
        }
        partitions.runInPeace(new Random(1));
        for (int i = 0; i < Partitions.COUNT; i++) {
            partitions.turn(i);
            partitions.turn(i);
        }
        List<String> entered =
                partitions.told().activities(ANN).stream()
                        .flatMap(it -> it.entered().stream())
                        .map(it -> it.segment())
                        .toList();
        assertEquals(List.of(), entered);
    }

    /** Two to five views; Ann has one before the merge and six after it. */
    private static SegmentDefinition few(UUID segment) {
        Condition condition = new Condition.Performed("Viewed", new Times(2, 5), null, null);
        return new SegmentDefinition(segment, 1, "w", "few", condition, START, Map.of());
    }

    @Test
    void whatIsTooMuchToWaitAtBothEndsGoesAheadInOrderAndThePastFollows() {
        begin();
        List<String> late =
                IntStream.rangeClosed(0, Hold.MAX_RECORDS).mapToObj(i -> "late" + i).toList();
        partitions.turnsOf(0);
        late.forEach(id -> views(DEVICE, id, LINES + 1));
        partitions.tell(DEVICE, new PeopleRecord.Unfounded("w", MERGE, at(LINES)));
        partitions.turnsOf(1);
        partitions.runInPeace(new Random(1));
        assertEquals(2, partitions.told().wentOnWithoutMerge());
        assertEquals(1, told().stream().filter(MERGED::equals).count());
        assertEquals(late.stream().map("event/"::concat).toList(), events());
        assertEquals(LINES + late.size(), partitions.everybody().timeline(ANN).size());
    }

    private List<String> events() {
        return told().stream().filter(it -> it.startsWith("event/")).toList();
    }

    private List<String> told() {
        return partitions.told().activities(ANN).stream().map(Activity::id).toList();
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }
}
