package io.itinera.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.Cause;
import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.outcomes.OutcomeName;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Entry;
import io.itinera.segmentation.domain.customer.Happening;
import io.itinera.segmentation.domain.identity.Grounds;
import io.itinera.segmentation.domain.people.Hold;
import io.itinera.segmentation.domain.people.PeopleRecord;
import io.itinera.segmentation.store.HoldStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A customer who waits for a merge, by example. */
final class TurnsTest {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00.250Z");
    private static final UUID ANN = Partitions.customer("user", "ann");
    private static final UUID EVE = Partitions.customer("user", "eve");
    private static final UUID DEVICE = nameless(0);

    private final Partitions partitions = new Partitions();

    private static UUID nameless(int device) {
        return Partitions.customer("anonymous", "d" + device);
    }

    private void announce(UUID from, Instant at) {
        partitions.tell(ANN, new PeopleRecord.Announced("w", new Merge(from, ANN), at, false));
    }

    private void arrive(UUID from) {
        Customer other = Customer.unknown("w", from);
        partitions.tell(
                ANN,
                new PeopleRecord.Arrived(
                        new Merge(from, ANN), other, START, Grounds.UNNOTED, Set.of(from)));
    }

    private void buy(String id, Instant at) {
        Event event =
                new Event(
                        id,
                        "w",
                        EventType.track,
                        "Bought",
                        null,
                        "ann",
                        null,
                        null,
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        at,
                        at,
                        "s",
                        false,
                        Map.of());
        happened(new Happening.Did(event));
    }

    private void happened(Happening happening) {
        partitions.tell(ANN, new PeopleRecord.Happened(ANN, new Entry(ANN, happening)));
    }

    private void reach(Instant at) {
        for (int i = 0; i < Partitions.COUNT; i++) {
            partitions.tell(ANN, new PeopleRecord.TimeReached(i, at));
        }
    }

    private List<String> told() {
        return told(ANN);
    }

    private List<String> told(UUID customer) {
        return partitions.told().activities(customer).stream().map(Activity::id).toList();
    }

    private static String merged(UUID from) {
        return "merge/" + from + "/" + ANN + "/in";
    }

    @Test
    void recordsFollowTheMergeInTheirOrder() {
        announce(DEVICE, START);
        buy("e1", START);
        outcome();
        buy("e2", START);
        assertEquals(List.of(), told());
        arrive(DEVICE);
        assertEquals(List.of(merged(DEVICE), "event/e1", "outcome/o1", "event/e2"), told());
    }

    private void outcome() {
        Cause cause = new Cause(ANN, 1, ANN, "mail", 1, ANN);
        happened(
                new Happening.Underwent(
                        new Outcome(
                                "o1",
                                "w",
                                ANN,
                                OutcomeName.MESSAGE_SENT,
                                Map.of(),
                                START,
                                cause,
                                1,
                                Map.of())));
    }

    @Test
    void mergeThatCameBeforeItsAnnouncementHoldsNobody() {
        arrive(DEVICE);
        announce(DEVICE, START);
        buy("e1", START);
        assertEquals(List.of(merged(DEVICE), "event/e1"), told());
    }

    @Test
    void announcementAndMergeTwiceAreOne() {
        announce(DEVICE, START);
        announce(DEVICE, START);
        buy("e1", START);
        arrive(DEVICE);
        arrive(DEVICE);
        announce(DEVICE, START);
        buy("e2", START);
        assertEquals(List.of(merged(DEVICE), "event/e1", "event/e2"), told());
    }

    /** The note that the merge was settled is not kept for ever. */
    @Test
    void tickLongAfterAMergeLeavesNothingOfIt() {
        buy("e1", START);
        reach(START);
        long before = partitions.everybody().waiting();
        arrive(DEVICE);
        reach(START.plus(HoldStore.MEMORY).plusSeconds(1));
        assertEquals(before, partitions.everybody().waiting());
    }

    @Test
    void twoMergesAreBothWaitedFor() {
        announce(nameless(1), START);
        announce(nameless(2), START);
        buy("e1", START);
        arrive(nameless(2));
        assertEquals(List.of(merged(nameless(2))), told());
        arrive(nameless(1));
        assertEquals(List.of(merged(nameless(2)), merged(nameless(1)), "event/e1"), told());
    }

    @Test
    void announcedMergeThatBeginsNothingLetsTheCustomerGoOn() {
        announce(DEVICE, START);
        buy("e1", START);
        partitions.tell(ANN, new PeopleRecord.Settled("w", new Merge(DEVICE, ANN), START));
        assertEquals(List.of("event/e1"), told());
    }

    /** Who waits for a merge ends in their turn, and takes what came after it along. */
    @Test
    void customerWhoEndsWhileTheyWaitTakesEverythingAlong() {
        announce(DEVICE, START);
        buy("e1", START);
        Merge onwards = new Merge(ANN, EVE);
        partitions.tell(EVE, new PeopleRecord.Announced("w", onwards, START, false));
        partitions.tell(ANN, new PeopleRecord.Found("w", onwards, START, Grounds.UNNOTED));
        buy("e2", START);
        arrive(DEVICE);
        partitions.runInPeace(new Random(1));
        assertEquals(
                List.of(
                        List.of(merged(DEVICE), "event/e1", "merge/" + ANN + "/" + EVE + "/out"),
                        List.of("merge/" + ANN + "/" + EVE + "/in", "event/e2")),
                List.of(told(), told(EVE)));
    }

    @Test
    void mergeIntoACustomerWhoEndedFollowsThem() {
        buy("e1", START);
        partitions.tell(
                ANN, new PeopleRecord.Found("w", new Merge(ANN, EVE), START, Grounds.UNNOTED));
        announce(DEVICE, START);
        buy("e2", START);
        arrive(DEVICE);
        partitions.runInPeace(new Random(1));
        assertEquals(
                List.of(
                        "merge/" + ANN + "/" + EVE + "/in",
                        "merge/" + DEVICE + "/" + EVE + "/in",
                        "event/e2"),
                told(EVE));
    }

    @Test
    void mostThatMayWaitWaits() {
        announce(DEVICE, START);
        for (int i = 0; i < Hold.MAX_RECORDS; i++) {
            buy("e" + i, START);
        }
        assertEquals(
                List.of(List.of(), 0), List.of(told(), partitions.told().wentOnWithoutMerge()));
    }

    @Test
    void oneMoreThanMayWaitGoesOnInOrderAndTheMergeFollows() {
        announce(DEVICE, START);
        for (int i = 0; i <= Hold.MAX_RECORDS; i++) {
            buy("e" + i, START);
        }
        arrive(DEVICE);
        List<String> told = told();
        assertEquals(
                List.of(
                        Hold.MAX_RECORDS + 2,
                        "event/e0",
                        "event/e" + Hold.MAX_RECORDS,
                        merged(DEVICE),
                        1),
                List.of(
                        told.size(),
                        told.getFirst(),
                        told.get(Hold.MAX_RECORDS),
                        told.getLast(),
                        partitions.told().wentOnWithoutMerge()));
    }

    @Test
    void mostMergesThatMayBeWaitedForAre() {
        buyBehind(Hold.MAX_MERGES);
        assertEquals(
                List.of(List.of(), 0), List.of(told(), partitions.told().wentOnWithoutMerge()));
    }

    @Test
    void oneMergeMoreLetsWhatWaitedGoOnAndIsWaitedFor() {
        buyBehind(Hold.MAX_MERGES + 1);
        buy("e2", START);
        assertEquals(
                List.of(List.of("event/e1"), 1),
                List.of(told(), partitions.told().wentOnWithoutMerge()));
        arrive(nameless(Hold.MAX_MERGES));
        assertEquals(List.of("event/e1", merged(nameless(Hold.MAX_MERGES)), "event/e2"), told());
    }

    private void buyBehind(int merges) {
        announce(nameless(0), START);
        buy("e1", START);
        for (int i = 1; i < merges; i++) {
            announce(nameless(i), START);
        }
    }

    @Test
    void timeStopsAtTheSecondOfWhatWaitsAndGoesOnBehindIt() {
        announce(DEVICE, START.plusSeconds(5));
        buy("e1", START.plusSeconds(3));
        Instant later = START.plusSeconds(60);
        reach(later);
        assertEquals(List.of(Instant.parse("2026-03-01T09:00:03Z")), partitions.told().ticks(ANN));
        arrive(DEVICE);
        reach(later);
        assertEquals(
                List.of(Instant.parse("2026-03-01T09:00:03Z"), later),
                partitions.told().ticks(ANN));
    }
}
