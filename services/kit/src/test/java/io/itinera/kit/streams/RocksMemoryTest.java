package io.itinera.kit.streams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;

final class RocksMemoryTest {

    @Test
    void storesShareOneMemory() {
        try (Options one = configured("one");
                Options other = configured("other")) {
            assertSame(one.writeBufferManager(), other.writeBufferManager());
        }
    }

    /** By name, as it is made from the settings that every service is told. */
    @Test
    void topologiesAreToldOfIt() throws ClassNotFoundException {
        Config config = ConfigProvider.getConfig();
        String key = "kafka-streams." + StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG;
        assertEquals(RocksMemory.class, Class.forName(config.getValue(key, String.class)));
    }

    private static Options configured(String store) {
        Options options = new Options().setTableFormatConfig(new BlockBasedTableConfig());
        new RocksMemory().setConfig(store, options, Map.of());
        return options;
    }
}
