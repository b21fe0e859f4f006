package io.itinera.segmentation.store;

import static io.itinera.segmentation.store.Lines.ANN;
import static io.itinera.segmentation.store.Lines.START;
import static io.itinera.segmentation.store.Lines.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.conditions.History;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

final class RecallsTest {
    private final KeyValueStore<Bytes, byte[]> store = Stores.inMemoryKeyValueStore("any").get();

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
                        1_900);
        UUID bob = new UUID(-8, 8);
        UUID cat = new UUID(-9, 9);
        for (UUID customer : List.of(ANN, bob, ANN, cat, ANN, bob)) {
            recalls.of(customer).scan("Viewed", START, _ -> true);
        }
        assertEquals(List.of(ANN, bob, cat, bob), read);
    }

    @Test
    void whoDidNothingMakesRoomToo() {
        List<UUID> begun = new ArrayList<>();
        Recalls recalls =
                new Recalls(
                        customer -> {
                            begun.add(customer);
                            return (_, _, _) -> {};
                        },
                        1_000);
        for (int one = 0; one < 100; one++) {
            recalls.of(new UUID(one, 0)).scan("Viewed", START, _ -> true);
        }
        recalls.of(new UUID(0, 0));
        assertEquals(List.of(101, new UUID(0, 0)), List.of(begun.size(), begun.getLast()));
    }
}
