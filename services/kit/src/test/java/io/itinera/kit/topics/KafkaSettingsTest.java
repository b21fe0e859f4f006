package io.itinera.kit.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class KafkaSettingsTest {
    private static final int ORDINAL = 300;

    @Test
    void clientsAreToldWhatTheEnvironmentSaysOfKafka() {
        SmallRyeConfig config =
                environment(
                        Map.of(
                                "KAFKA_BOOTSTRAP_SERVERS", "broker:9092",
                                "KAFKA_SECURITY_PROTOCOL", "SSL"));
        assertEquals(
                Map.of("bootstrap.servers", "broker:9092", "security.protocol", "SSL"),
                KafkaSettings.of(config));
    }

    @Test
    void whatOnlyStreamsAreToldIsNoClients() {
        SmallRyeConfig config =
                environment(
                        Map.of(
                                "KAFKA_BOOTSTRAP_SERVERS", "broker:9092",
                                "KAFKA_STREAMS_NUM_STANDBY_REPLICAS", "1"));
        assertEquals(Map.of("bootstrap.servers", "broker:9092"), KafkaSettings.of(config));
    }

    @Test
    void withoutBrokersThereAreNoSettings() {
        SmallRyeConfig config = environment(Map.of("KAFKA_SECURITY_PROTOCOL", "SSL"));
        assertThrows(IllegalStateException.class, () -> KafkaSettings.of(config));
    }

    private static SmallRyeConfig environment(Map<String, String> variables) {
        return new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(variables, ORDINAL))
                .build();
    }
}
