package io.itinera.segmentation.topics;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Sees to it that what was taken out of a store leaves its files, too. A broker closes a segment of
 * a log, and compacts it, only when more is written behind it, and RocksDB rewrites a file only
 * when another is written: so a store that nobody writes to is written to now and then.
 */
final class FileKeeping {
    private static final Duration BEAT = Duration.ofSeconds(10);

    /** Behind every other key. */
    private static final Bytes KEY = Bytes.wrap(new byte[] {'~'});

    private final List<KeyValueStore<Bytes, byte[]>> stores;
    private final Duration flush;
    private long flushedAt;

    private FileKeeping(List<KeyValueStore<Bytes, byte[]>> stores, Duration flush) {
        this.stores = stores;
        this.flush = flush;
    }

    /** Begins to keep the files of these stores. */
    static void begin(ProcessorContext<?, ?> context, Duration flush, String... names) {
        List<KeyValueStore<Bytes, byte[]>> stores =
                Stream.of(names).<KeyValueStore<Bytes, byte[]>>map(context::getStateStore).toList();
        FileKeeping keeping = new FileKeeping(stores, flush);
        context.schedule(beat(flush), PunctuationType.WALL_CLOCK_TIME, keeping::beat);
    }

    /** How often something is written where nothing else is. */
    static Duration beat(FileLife files) {
        return beat(files.flush());
    }

    private static Duration beat(Duration flush) {
        return flush.compareTo(BEAT) < 0 ? flush : BEAT;
    }

    private void beat(long now) {
        byte[] time = ByteBuffer.allocate(Long.BYTES).putLong(now).array();
        stores.forEach(store -> store.put(KEY, time));
        if (now - flushedAt >= flush.toMillis()) {
            stores.forEach(KeyValueStore::flush);
            flushedAt = now;
        }
    }
}
