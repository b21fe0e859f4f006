package io.itinera.segmentation;

import io.itinera.segmentation.store.PeopleStore;
import io.itinera.segmentation.store.TimelineStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** What step two of one partition keeps. */
record Kept(
        KeyValueStore<Bytes, byte[]> customers,
        KeyValueStore<Bytes, byte[]> timeline,
        KeyValueStore<Bytes, byte[]> lookups,
        KeyValueStore<Bytes, byte[]> holds,
        KeyValueStore<Bytes, byte[]> seen,
        KeyValueStore<Bytes, byte[]> definitions) {
    Kept() {
        this(empty(), empty(), empty(), empty(), empty(), empty());
    }

    static KeyValueStore<Bytes, byte[]> empty() {
        return Stores.inMemoryKeyValueStore("any").get();
    }

    /** All keys and values as text, so that a name in any of them is found. */
    static void print(KeyValueStore<Bytes, byte[]> store, StringBuilder to) {
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            all.forEachRemaining(
                    entry ->
                            to.append(new String(entry.key.get(), StandardCharsets.UTF_8))
                                    .append(new String(entry.value, StandardCharsets.UTF_8))
                                    .append('\n'));
        }
    }

    /** The same of all that is kept here, but for what was published. */
    void print(StringBuilder to) {
        List.of(customers, timeline, lookups, holds, seen).forEach(store -> print(store, to));
    }

    PeopleStore people() {
        return people(TimelineStore.MEMORY);
    }

    /** The same with a history of this length. */
    PeopleStore people(Duration history) {
        return new PeopleStore(customers, timeline, lookups, holds, history);
    }
}
