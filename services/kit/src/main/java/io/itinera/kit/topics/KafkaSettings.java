package io.itinera.kit.topics;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.eclipse.microprofile.config.Config;

/**
 * What every Kafka client of a service is told: each {@code kafka.} key of its configuration
 * without that prefix, such as {@code kafka.bootstrap.servers} and {@code kafka.security.protocol},
 * or the environment variable of that name. What Kafka Streams alone is told ({@code
 * KAFKA_STREAMS_NUM_STANDBY_REPLICAS} for {@code kafka-streams.num.standby.replicas}) begins alike
 * in the environment, and no client is told it.
 */
public final class KafkaSettings {
    private static final String PREFIX = "kafka.";
    private static final String OF_STREAMS = PREFIX + "streams.";

    private KafkaSettings() {}

    /**
     * The settings, in a map of the caller's own.
     *
     * @throws IllegalStateException when nothing says where the brokers are
     */
    public static Map<String, Object> of(Config config) {
        Map<String, Object> settings = new HashMap<>();
        for (String name : config.getPropertyNames()) {
            String key = name.toLowerCase(Locale.ROOT).replace('_', '.');
            if (key.startsWith(PREFIX) && !key.startsWith(OF_STREAMS)) {
                config.getOptionalValue(key, String.class)
                        .ifPresent(value -> settings.put(key.substring(PREFIX.length()), value));
            }
        }
        if (!settings.containsKey(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)) {
            throw new IllegalStateException("kafka.bootstrap.servers is not set");
        }
        return settings;
    }
}
