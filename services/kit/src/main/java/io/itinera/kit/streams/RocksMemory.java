package io.itinera.kit.streams;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One memory for all of RocksDB in this process: with a store for each name and partition, each
 * with buffers of its own, it would have no bound worth the name. Kafka Streams makes it by name; a
 * service that has a topology registers it for that, and no other needs RocksDB.
 */
public final class RocksMemory implements RocksDBConfigSetter {
    private static final long CACHE_BYTES = 64L << 20;
    private static final long BUFFERS_BYTES = 32L << 20;
    private static final long BUFFER_BYTES = 2L << 20;
    private static final int BLOCK_BYTES = 4 << 10;

    /** After so long a file is rewritten at the latest, and leaves out what was deleted. */
    public static final Duration REWRITTEN_AFTER = Duration.ofDays(7);

    /** The setting of Kafka Streams that says otherwise, in seconds. */
    public static final String REWRITTEN_AFTER_SECONDS = "itinera.rocksdb.rewritten.after.seconds";

    /** The list of files names the first and the last key of each; a long one names many gone. */
    private static final long MANIFEST_BYTES = 4 << 10;

    private static final Cache CACHE;
    private static final WriteBufferManager BUFFERS;

    static {
        RocksDB.loadLibrary();
        CACHE = new LRUCache(CACHE_BYTES);
        BUFFERS = new WriteBufferManager(BUFFERS_BYTES, CACHE);
    }

    /** Kafka Streams makes one for each store; they share what is static. */
    public RocksMemory() {}

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setBlockSize(BLOCK_BYTES);
        table.setCacheIndexAndFilterBlocks(true);
        table.setFilterPolicy(new BloomFilter());
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(BUFFERS);
        options.setWriteBufferSize(BUFFER_BYTES);
        options.setMaxWriteBufferNumber(2);
        options.setMaxManifestFileSize(MANIFEST_BYTES);
        options.setPeriodicCompactionSeconds(rewrittenAfter(configs));
    }

    private static long rewrittenAfter(Map<String, Object> configs) {
        Object seconds = configs.get(REWRITTEN_AFTER_SECONDS);
        return seconds == null ? REWRITTEN_AFTER.toSeconds() : Long.parseLong(seconds.toString());
    }

    @Override
    public void close(String storeName, Options options) {}
}
