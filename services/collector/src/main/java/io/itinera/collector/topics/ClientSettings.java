package io.itinera.collector.topics;

import io.itinera.collector.CollectorConfig;
import io.itinera.kit.tables.TableReader;
import io.itinera.kit.topics.KafkaSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.eclipse.microprofile.config.Config;

/** How the collector talks to Kafka, on top of the {@code kafka.*} that the operator sets. */
@Singleton
final class ClientSettings {
    private static final int LINGER_MS = 5;
    private static final int BATCH_BYTES = 128 * 1024;

    private final Map<String, Object> operator;
    private final CollectorConfig config;

    @Inject
    ClientSettings(Config operator, CollectorConfig config) {
        this.operator = KafkaSettings.of(operator);
        this.config = config;
    }

    /**
     * A producer that never blocks: it sends from event loops. What it needs to know of a topic is
     * asked for beforehand and kept however long nothing is sent.
     */
    Map<String, Object> producer() {
        Map<String, Object> settings = new HashMap<>(operator);
        int ackTimeoutMs = Math.toIntExact(config.ackTimeout().toMillis());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 0L);
        settings.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, (long) Integer.MAX_VALUE);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, config.maxBuffered().asLongValue());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, ackTimeoutMs);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, ackTimeoutMs / 2);
        return settings;
    }

    /** A consumer that reads from the start and commits nothing. */
    Map<String, Object> reader() {
        return TableReader.settings(operator);
    }
}
