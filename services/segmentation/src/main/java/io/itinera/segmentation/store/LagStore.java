package io.itinera.segmentation.store;

import io.itinera.kit.streams.KeyedStore;
import io.itinera.kit.streams.StoreKey;
import io.itinera.kit.streams.StoreKeyReader;
import io.itinera.segmentation.domain.lag.SourceClock;
import io.itinera.segmentation.domain.lag.SourceKey;
import io.itinera.segmentation.domain.lag.Week;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * How late each source is that a partition has heard of: a small row for ever, and eight days of
 * histograms as long as there are any. The time stands here too.
 */
public final class LagStore {
    private static final char CLOCK = 'c';
    private static final char WEEK = 'w';
    private static final char TIME = 't';

    private final KeyedStore store;

    public LagStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = new KeyedStore(store);
    }

    /** All sources that were heard of. */
    public List<SourceClock> clocks() {
        List<SourceClock> clocks = new ArrayList<>();
        store.scan(
                StoreKey.of(CLOCK),
                (key, packed) -> {
                    StoreKeyReader parts = StoreKeyReader.of(key);
                    SourceKey source = new SourceKey(parts.text(), parts.uuid());
                    clocks.add(LagPacking.clock(source, packed));
                    return KeyedStore.Go.ON;
                });
        return clocks;
    }

    /** A source's lags of the last days. */
    public Week week(SourceKey source) {
        byte[] packed = store.get(key(WEEK, source));
        return packed == null ? Week.EMPTY : LagPacking.week(packed);
    }

    /** Keeps what is known of a source. */
    public void save(SourceClock clock, Week week) {
        store.put(key(CLOCK, clock.key()), LagPacking.pack(clock));
        if (week.days().isEmpty()) {
            store.delete(key(WEEK, clock.key()));
        } else {
            store.put(key(WEEK, clock.key()), LagPacking.pack(week));
        }
    }

    /** The last tick of the partition; before everything at first. */
    public Instant time() {
        byte[] time = store.get(StoreKey.of(TIME));
        return time == null ? Instant.EPOCH : Instant.ofEpochMilli(ByteBuffer.wrap(time).getLong());
    }

    /** Keeps the last tick. */
    public void putTime(Instant time) {
        store.put(
                StoreKey.of(TIME),
                ByteBuffer.allocate(Long.BYTES).putLong(time.toEpochMilli()).array());
    }

    private static StoreKey key(char kind, SourceKey source) {
        return StoreKey.of(kind).text(source.workspace()).uuid(source.source());
    }
}
