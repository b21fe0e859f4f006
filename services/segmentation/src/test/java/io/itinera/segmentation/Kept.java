package io.itinera.segmentation;

import io.itinera.segmentation.store.PeopleStore;
import io.itinera.segmentation.store.TimelineStore;
import java.time.Duration;
import org.apache.kafka.common.utils.Bytes;
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

    PeopleStore people() {
        return people(TimelineStore.MEMORY);
    }

    /** The same with a history of this length. */
    PeopleStore people(Duration history) {
        return new PeopleStore(customers, timeline, lookups, holds, history);
    }
}
