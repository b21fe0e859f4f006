package io.itinera.segmentation.store;

import static io.itinera.segmentation.store.Lines.ANN;
import static io.itinera.segmentation.store.Lines.START;
import static io.itinera.segmentation.store.Lines.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.itinera.conditions.History;
import io.itinera.segmentation.domain.customer.Entry;
import io.itinera.segmentation.domain.customer.Excerpt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TimelineStoreTest {
    private final KeyValueStore<Bytes, byte[]> store = Stores.inMemoryKeyValueStore("any").get();

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
    void sweepForgetsManyOldLinesOfOneCustomerAndThenThoseOfTheNext() {
        TimelineStore timeline = new TimelineStore(store);
        UUID next = new UUID(-6, 7);
        for (int i = 0; i <= TimelineStore.SWEPT_ENTRIES; i++) {
            timeline.append(ANN, entry("old" + i, "Viewed", START.plusMillis(i)));
        }
        timeline.append(next, entry("old", "Viewed", START));
        Instant later = START.plus(TimelineStore.MEMORY).plus(Duration.ofDays(1));
        timeline.sweep(later);
        assertEquals(
                List.of("old" + TimelineStore.SWEPT_ENTRIES),
                scanned(timeline, "Viewed", Instant.EPOCH));
        timeline.sweep(later);
        assertEquals(List.of(), scanned(timeline, "Viewed", Instant.EPOCH));
        List<History.Occurrence> left = new ArrayList<>();
        timeline.view().of(next).scan("Viewed", Instant.EPOCH, left::add);
        assertEquals(List.of(), left);
    }

    @Test
    void roundThatIsOverRestsUntilAnotherDayIsTooOld() {
        TimelineStore timeline = new TimelineStore(store);
        Instant later = START.plus(TimelineStore.MEMORY).plus(Duration.ofDays(1));
        timeline.sweep(later);
        timeline.append(ANN, entry("old", "Viewed", START));
        timeline.sweep(later.plusMillis(1));
        assertEquals(List.of("old"), scanned(timeline, "Viewed", Instant.EPOCH));
        timeline.sweep(later.plus(Duration.ofDays(1)));
        assertEquals(List.of(), scanned(timeline, "Viewed", Instant.EPOCH));
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
}
