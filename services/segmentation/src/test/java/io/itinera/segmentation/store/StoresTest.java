package io.itinera.segmentation.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.conditions.History;
import io.itinera.contracts.activity.ActivityCause;
import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Entry;
import io.itinera.segmentation.domain.customer.Excerpt;
import io.itinera.segmentation.domain.customer.Happening;
import io.itinera.segmentation.domain.customer.Standing;
import io.itinera.segmentation.domain.identity.Grounds;
import io.itinera.segmentation.domain.identity.Identity;
import io.itinera.segmentation.domain.identity.Named;
import io.itinera.segmentation.domain.people.Hold;
import io.itinera.segmentation.domain.people.Move;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class StoresTest {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    private static final UUID ANN = new UUID(-7, 7);

    private final KeyValueStore<Bytes, byte[]> store = Stores.inMemoryKeyValueStore("any").get();

    private static Entry entry(String id, String name, Instant at) {
        return new Entry(
                ANN,
                new Happening.Did(
                        new Event(
                                id,
                                "w",
                                EventType.track,
                                name,
                                null,
                                "ann",
                                null,
                                null,
                                Map.of(),
                                Map.of("id", id),
                                Map.of(),
                                Map.of(),
                                at,
                                at,
                                "s",
                                false,
                                Map.of())));
    }

    private static List<Object> scanned(TimelineStore timeline, String name, Instant from) {
        List<Object> ids = new ArrayList<>();
        timeline.view()
                .of(ANN)
                .scan(name, from, it -> ids.add(String.valueOf(it.properties().get("id"))));
        return ids;
    }

    @Test
    void scanShowsOneNameNewestFirstFromItsStart() {
        TimelineStore timeline = new TimelineStore(store);
        timeline.append(ANN, entry("e1", "Viewed", START));
        timeline.append(ANN, entry("e3", "Viewed", START.plusSeconds(2)));
        timeline.append(ANN, entry("e2", "Viewed", START.plusSeconds(1)));
        timeline.append(ANN, entry("e4", "Viewed more", START.plusSeconds(3)));
        assertEquals(List.of("e3", "e2"), scanned(timeline, "Viewed", START.plusSeconds(1)));
    }

    @Test
    void pageOfATimelineEndsBeforeItsCursor() {
        TimelineStore timeline = new TimelineStore(store);
        timeline.append(ANN, entry("e1", "Viewed", START));
        timeline.append(ANN, entry("e2", "Bought", START.plus(Duration.ofDays(1))));
        timeline.append(ANN, entry("e3", "Viewed", START.plus(Duration.ofDays(2))));
        assertEquals(
                List.of("e2", "e1"),
                ids(page(timeline, START.plus(Duration.ofDays(2)) + "", null, 5)));
    }

    @Test
    void pagesOfAMomentLeaveNothingOut() {
        TimelineStore timeline = new TimelineStore(store);
        List.of("e1", "e2", "e3").forEach(id -> timeline.append(ANN, entry(id, "Viewed", START)));
        Excerpt.Page first = page(timeline, "3000-01-01T00:00:00Z", null, 2);
        assertEquals(List.of("e3", "e2"), ids(first));
        assertEquals(List.of("e1"), ids(page(timeline, first.next() + "", null, 2)));
    }

    @Test
    void pageOfANameShowsThatNameOnly() {
        TimelineStore timeline = new TimelineStore(store);
        timeline.append(ANN, entry("e1", "Viewed", START));
        timeline.append(ANN, entry("e2", "Viewed more", START));
        timeline.append(ANN, entry("e3", "Viewed", START.plusSeconds(1)));
        Excerpt.Page first = page(timeline, "3000-01-01T00:00:00Z", "Viewed", 1);
        assertEquals(List.of("e3"), ids(first));
        assertEquals(
                new Excerpt.Page(List.of(entry("e1", "Viewed", START)), null),
                page(timeline, first.next() + "", "Viewed", 1));
    }

    @Test
    void pageThatFindsNothingOfItsKindGoesOnWhereItStopped() {
        TimelineStore timeline = new TimelineStore(store);
        for (int i = 0; i <= TimelineView.MAX_LOOKED; i++) {
            timeline.append(ANN, entry("e" + i, "Viewed", START.plusSeconds(i)));
        }
        Excerpt wanted =
                new Excerpt(
                        new Excerpt.Place(START.plus(Duration.ofDays(1)), null),
                        Instant.EPOCH,
                        null,
                        Excerpt.Kind.outcome,
                        5);
        assertEquals(
                new Excerpt.Page(List.of(), new Excerpt.Place(START.plusSeconds(1), "e1")),
                timeline.view().page(ANN, wanted));
    }

    @Test
    void identityIsFoundByItsBeginningWhateverItsKind() {
        LookupStore lookups = new LookupStore(store);
        Customer ann = identified(ANN, "email", "ann@shop.example");
        Customer bob = identified(new UUID(-8, 8), "line", "ann-and-bob");
        lookups.follow(Customer.unknown("w", ANN), ann);
        lookups.follow(Customer.unknown("w", bob.id()), bob);
        assertEquals(List.of(ANN, bob.id()), lookups.view().withIdentity("w", "ann", 5));
        assertEquals(List.of(bob.id()), lookups.view().withIdentity("w", "ann-", 5));
        assertEquals(List.of(), lookups.view().withIdentity("v", "ann", 5));
        assertEquals(List.of(), lookups.view().withIdentity("w", "anne", 5));
    }

    @Test
    void wholeIdentityNamesNobodyWhoseIdentityOnlyBeginsSo() {
        LookupStore lookups = new LookupStore(store);
        Customer bob = identified(new UUID(-8, 8), "user", "u12");
        lookups.follow(Customer.unknown("w", ANN), identified(ANN, "user", "u1"));
        lookups.follow(Customer.unknown("w", bob.id()), bob);
        assertEquals(List.of(ANN), lookups.view().named("w", "u1", 5));
        assertEquals(List.of(), lookups.view().named("w", "u", 5));
    }

    private static Customer identified(UUID id, String kind, String value) {
        Customer nobody = Customer.unknown("w", id);
        return new Customer(
                nobody.workspace(),
                id,
                nobody.identities().with(new Named(kind, value), Identity.said(START, "e1", "s")),
                nobody.traits(),
                nobody.consents(),
                nobody.tags(),
                nobody.attained(),
                nobody.journeys(),
                nobody.accounts(),
                nobody.standings(),
                null,
                null,
                0,
                START);
    }

    private static Excerpt.Page page(
            TimelineStore timeline, String before, @Nullable String name, int limit) {
        return timeline.view()
                .page(
                        ANN,
                        new Excerpt(
                                Excerpt.Place.parse(before),
                                Instant.EPOCH,
                                name,
                                Excerpt.Kind.any,
                                limit));
    }

    private static List<String> ids(Excerpt.Page page) {
        return page.entries().stream().map(it -> it.happening().id()).toList();
    }

    /**
     * An earlier release wrote an index that tells nothing; a long event's tells nothing either.
     */
    @Test
    void propertiesAreReadFromTheLineWhereTheIndexTellsNothing() {
        TimelineStore timeline = new TimelineStore(store);
        String longOne = "e".repeat(EntryPacking.MOST_IN_INDEX);
        timeline.append(ANN, entry("e1", "Viewed", START));
        timeline.append(ANN, entry(longOne, "Viewed", START.plusSeconds(1)));
        List<Object> before = scanned(timeline, "Viewed", START);
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            while (all.hasNext()) {
                Bytes key = all.next().key;
                if (key.get()[0] == TimelineView.INDEX) {
                    store.put(key, new byte[0]);
                }
            }
        }
        assertEquals(
                List.of(List.of(longOne, "e1"), List.of(longOne, "e1")),
                List.of(before, scanned(timeline, "Viewed", START)));
    }

    /** The index is what is read, so that it is enough for conditions. */
    @Test
    void propertiesAreReadFromTheIndexAlone() {
        TimelineStore timeline = new TimelineStore(store);
        timeline.append(ANN, entry("e1", "Viewed", START));
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            while (all.hasNext()) {
                Bytes key = all.next().key;
                if (key.get()[0] == TimelineView.ENTRY) {
                    store.delete(key);
                }
            }
        }
        assertEquals(List.of("e1"), scanned(timeline, "Viewed", START));
    }

    @Test
    void agendaNamesWhoPutsOffWhenTheyWereFirstExpected() {
        LookupStore lookups = new LookupStore(store);
        Instant planned = lookups.plan(null, waking(START.plusSeconds(5)));
        Instant putOff = lookups.plan(planned, waking(START.plusSeconds(9)));
        LookupView.Due early = lookups.nextDue(START.plusSeconds(20)).orElseThrow();
        lookups.fired(early);
        Instant again = lookups.plan(null, waking(START.plusSeconds(9)));
        assertEquals(
                List.of(START.plusSeconds(5), START.plusSeconds(5), START.plusSeconds(9)),
                List.of(putOff, early.at(), again));
    }

    @Test
    void agendaNamesOnceWhoIsExpectedEarlier() {
        LookupStore lookups = new LookupStore(store);
        Instant planned = lookups.plan(null, waking(START.plusSeconds(5)));
        Instant earlier = lookups.plan(planned, waking(START.plusSeconds(3)));
        LookupView.Due due = lookups.nextDue(START.plusSeconds(20)).orElseThrow();
        lookups.fired(due);
        assertEquals(
                List.of(START.plusSeconds(3), START.plusSeconds(3), Optional.empty()),
                List.of(earlier, due.at(), lookups.nextDue(START.plusSeconds(20))));
    }

    private static Customer waking(Instant at) {
        Customer nobody = Customer.unknown("w", ANN);
        return nobody.goingOn(
                new TreeMap<>(Map.of("s1", new Standing(1, true, START, ActivityCause.event, at))),
                1,
                START);
    }

    /** Who is remembered is what is stored, however many come between. */
    @Test
    void residentsAreFoundAsTheyWereKept() {
        Residents residents = new Residents(store);
        for (int i = 0; i <= Residents.REMEMBERED; i++) {
            UUID id = new UUID(5, i);
            residents.put("w", id, new Residents.Stored(Customer.unknown("w", id), null));
        }
        Customer ann = waking(START.plusSeconds(9));
        Residents.Stored kept = new Residents.Stored(ann, START.plusSeconds(5));
        residents.put("w", ANN, kept);
        assertEquals(
                List.of(kept, kept, Customer.unknown("w", new UUID(5, 0))),
                List.of(
                        residents.find("w", ANN),
                        new Residents(store).find("w", ANN),
                        residents.find("w", new UUID(5, 0)).resident()));
        assertEquals(Customer.unknown("v", ANN), residents.find("v", ANN).resident());
    }

    @Test
    void lineThatLooksForgetsTheOldestOfItsNameBeyondTheMost() {
        TimelineStore timeline = new TimelineStore(store);
        List<String> ids = fillWithoutLooking(timeline, TimelineStore.MAX_OF_ONE_NAME + 2);
        timeline.append(ANN, entry(id(true, 0), "Viewed", START.plus(Duration.ofDays(1))));
        List<Object> kept = scanned(timeline, "Viewed", Instant.EPOCH);
        assertEquals(
                List.of(TimelineStore.MAX_OF_ONE_NAME, ids.get(3)),
                List.of(kept.size(), kept.getLast()));
    }

    @Test
    void lineThatLooksForgetsNoMoreThanSoMany() {
        TimelineStore timeline = new TimelineStore(store);
        int most = TimelineStore.MAX_OF_ONE_NAME + TimelineStore.MOST_FORGOTTEN;
        fillWithoutLooking(timeline, most);
        long before = store.approximateNumEntries();
        timeline.append(ANN, entry(id(true, 0), "Viewed", START.plus(Duration.ofDays(1))));
        assertEquals(
                2L * (1 - TimelineStore.MOST_FORGOTTEN), store.approximateNumEntries() - before);
    }

    private static List<String> fillWithoutLooking(TimelineStore timeline, int lines) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            ids.add(id(false, i));
            timeline.append(ANN, entry(ids.getLast(), "Viewed", START.plusSeconds(i)));
        }
        return ids;
    }

    /** An id of an event that looks, or does not look, whether there are too many of its name. */
    private static String id(boolean looks, int number) {
        return IntStream.iterate(0, each -> each + 1)
                .mapToObj(each -> "e" + number + "/" + each)
                .filter(each -> TimelineStore.looks(each) == looks)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void historyInMemoryIsTheOneInTheStore() {
        TimelineStore timeline = new TimelineStore(store);
        timeline.append(ANN, entry("e1", "Viewed", START));
        timeline.append(ANN, entry("e2", "Viewed", START.plusSeconds(2)));
        List<Object> before = shown(timeline);
        timeline.append(ANN, entry("e0", "Viewed", START.plusSeconds(2)));
        timeline.append(ANN, entry("e3", "Viewed", START.plusSeconds(1)));
        timeline.append(ANN, entry("e3", "Viewed", START.plusSeconds(1)));
        List<Object> more = shown(timeline);
        timeline.takeOut(ANN, 1);
        assertEquals(
                List.of(
                        List.of("e2", "e1"),
                        List.of("e2", "e0", "e3", "e1"),
                        List.of("e2", "e0", "e3")),
                List.of(before, more, shown(timeline)));
    }

    private static List<Object> shown(TimelineStore timeline) {
        List<Object> ids = new ArrayList<>();
        timeline.history(ANN).scan("Viewed", Instant.EPOCH, it -> ids.add(it.id()));
        return ids;
    }

    @Test
    void eventsAreRememberedAsTheyWere() {
        Map<String, Object> nothing = new TreeMap<>();
        nothing.put("nothing", null);
        nothing.put("text", "outer");
        Map<String, Object> nested = Map.of("text", "outer", "number", 2.5, "list", List.of("a"));
        List<History.Occurrence> all =
                List.of(
                        new History.Occurrence(START, Map.of(), "e1"),
                        new History.Occurrence(START, nested, "e2"),
                        new History.Occurrence(START, nothing, "e3"));
        Lean lean = new Lean();
        assertEquals(all, all.stream().map(lean::of).toList());
    }

    @Test
    void whoWasNotThereForLongestMakesRoomInMemory() {
        List<UUID> read = new ArrayList<>();
        History.Occurrence one = new History.Occurrence(START, Map.of(), "e1");
        Recalls recalls =
                new Recalls(
                        customer -> (_, _, visitor) -> read.add(visitor.test(one) ? customer : ANN),
                        500);
        UUID bob = new UUID(-8, 8);
        UUID cat = new UUID(-9, 9);
        for (UUID customer : List.of(ANN, bob, ANN, cat, ANN, bob)) {
            recalls.of(customer).scan("Viewed", START, _ -> true);
        }
        assertEquals(List.of(ANN, bob, cat, bob), read);
    }

    @Test
    void timelineIsTakenOutInPartsOfSoManyBytesAndLeavesNothing() {
        TimelineStore timeline = new TimelineStore(store);
        Entry first = entry("e1", "Viewed", START);
        int size = EntryPacking.pack(first).length;
        timeline.append(ANN, first);
        timeline.append(ANN, entry("e2", "Viewed", START.plusSeconds(1)));
        timeline.append(ANN, entry("e3", "Viewed", START.plusSeconds(2)));
        TimelineStore.Part part = timeline.takeOut(ANN, 2 * size);
        TimelineStore.Part rest = timeline.takeOut(ANN, part.next(), 2 * size);
        assertEquals(List.of(List.of("e1", "e2"), List.of("e3")), List.of(ids(part), ids(rest)));
        assertNull(rest.next());
        assertEquals(0L, store.approximateNumEntries());
    }

    @Test
    void lineThatIsLargerThanAPartIsAPart() {
        TimelineStore timeline = new TimelineStore(store);
        timeline.append(ANN, entry("e1", "Viewed", START));
        timeline.append(ANN, entry("e2", "Viewed", START.plusSeconds(1)));
        assertEquals(List.of("e1"), ids(timeline.takeOut(ANN, 1)));
    }

    @Test
    void movesGoOnAfterARestartInTheirTurns() {
        MoveStore before = new MoveStore(store);
        MoveStore.Underway ann = underway(1);
        MoveStore.Underway bob = underway(2);
        before.keep(ann);
        before.keep(bob);
        before.keep(ann);
        assertEquals(Optional.of(bob), before.next());
        before.finish(bob.move());
        assertEquals(Optional.of(ann), new MoveStore(store).next());
    }

    private static MoveStore.Underway underway(int number) {
        UUID from = new UUID(1, number);
        Customer ended = Customer.unknown("w", from);
        Move move =
                new Move(
                        new Merge(from, ANN), ended, START, Grounds.UNNOTED, Set.of(from), "trace");
        return new MoveStore.Underway(move, Bytes.wrap(new byte[] {1, 2}));
    }

    private static List<String> ids(TimelineStore.Part part) {
        return part.entries().stream().map(it -> it.happening().id()).toList();
    }

    @Test
    void sweepForgetsWhatIsTooOldAndKeepsTheRest() {
        TimelineStore timeline = new TimelineStore(store);
        timeline.append(ANN, entry("old", "Viewed", START));
        timeline.append(ANN, entry("new", "Viewed", START.plus(Duration.ofDays(2))));
        timeline.sweep(START.plus(TimelineStore.MEMORY).plus(Duration.ofDays(1)));
        assertEquals(List.of("new"), scanned(timeline, "Viewed", Instant.EPOCH));
    }

    @Test
    void longerHistoryKeepsWhatTheUsualOneForgets() {
        Duration history = TimelineStore.MEMORY.plus(Duration.ofDays(2));
        TimelineStore timeline = new TimelineStore(store, history);
        timeline.append(ANN, entry("old", "Viewed", START));
        timeline.sweep(START.plus(history));
        assertEquals(List.of("old"), scanned(timeline, "Viewed", Instant.EPOCH));
        timeline.sweep(START.plus(history).plus(Duration.ofDays(1)));
        assertEquals(List.of(), scanned(timeline, "Viewed", Instant.EPOCH));
    }

    @Test
    void idIsNewOnceUntilItIsForgotten() {
        SeenStore seen = new SeenStore(store);
        Instant end = START.plus(SeenStore.MEMORY);
        assertTrue(seen.isFirst("w", "e1", START));
        assertFalse(seen.isFirst("w", "e1", end));
        assertTrue(seen.isFirst("other", "e1", end));
        assertTrue(seen.isFirst("w", "e1", end.plusMillis(1)));
    }

    @Test
    void settledMergeIsNotedForAsLongAsItMayBeAnnounced() {
        HoldStore holds = new HoldStore(store);
        holds.settle("w", ANN, new UUID(1, 1), START);
        holds.sweep(START.plus(HoldStore.MEMORY));
        assertTrue(holds.isSettled("w", ANN, new UUID(1, 1)));
    }

    @Test
    void sweepsForgetMergesThatWereSettledLongAgoAndNothingElse() {
        HoldStore holds = new HoldStore(store);
        for (int i = 0; i <= HoldStore.MIN_SWEEP; i++) {
            holds.settle("w", ANN, new UUID(1, i), START);
        }
        holds.save("w", ANN, Hold.of(new UUID(2, 2), START));
        Instant later = START.plus(HoldStore.MEMORY).plusMillis(1);
        holds.settle("w", ANN, new UUID(3, 3), later);
        holds.sweep(later);
        holds.sweep(later);
        assertEquals(2L, store.approximateNumEntries());
    }

    @Test
    void roundsOfSweepsBeginAgain() {
        HoldStore holds = new HoldStore(store);
        holds.settle("w", ANN, new UUID(1, 1), START);
        holds.sweep(START);
        holds.sweep(START);
        holds.sweep(START.plus(HoldStore.MEMORY).plusMillis(1));
        assertEquals(0L, store.approximateNumEntries());
    }

    @Test
    void noteOfAnEarlierReleaseLivesFromItsFirstSweep() {
        HoldStore holds = new HoldStore(store);
        holds.settle("w", ANN, new UUID(1, 1), START);
        store.put(store.all().next().key, new byte[] {1});
        Instant first = START.plus(HoldStore.MEMORY);
        holds.sweep(first);
        holds.sweep(first.plus(HoldStore.MEMORY));
        assertTrue(holds.isSettled("w", ANN, new UUID(1, 1)));
        holds.sweep(first.plus(HoldStore.MEMORY).plusMillis(1));
        assertFalse(holds.isSettled("w", ANN, new UUID(1, 1)));
    }

    @Test
    void sweepForgetsIdsBeyondTheirMemory() {
        SeenStore seen = new SeenStore(store);
        seen.isFirst("w", "e1", START);
        seen.sweep(START.plus(SeenStore.MEMORY).plusMillis(1));
        assertEquals(0L, store.approximateNumEntries());
    }
}
