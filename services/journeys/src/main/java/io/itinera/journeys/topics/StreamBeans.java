package io.itinera.journeys.topics;

import io.itinera.contracts.Topics;
import io.itinera.journeys.JourneyMeters;
import io.itinera.kit.streams.RocksMemory;
import io.itinera.kit.topics.KafkaSettings;
import io.itinera.kit.topics.TopicCreator;
import io.itinera.kit.topics.TopicNames;
import io.itinera.kit.topics.TopicSpec;
import io.itinera.kit.topics.TopicSpecs;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.Topology;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives Quarkus the topology, sees to the one topic that is ours alone, and keeps what Kafka
 * Streams makes by name.
 */
@RegisterForReflection(targets = RocksMemory.class)
final class StreamBeans {
    private static final String DAY_MS = "86400000";
    private static final String LARGEST_MOVE_BYTES = "8388608";

    @Produces
    @Singleton
    Topology topology(
            TopicNames names,
            MeterRegistry registry,
            @ConfigProperty(name = "itinera.service") String service) {
        return JourneysTopology.build(names, service, new JourneyMeters(registry));
    }

    /**
     * A customer's runs move in one record, which may be larger than others. The topic is ours
     * alone, as those are that Kafka Streams makes for itself: made here, whoever makes the shared
     * ones.
     */
    void createMoves(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event,
            TopicNames names,
            Config config,
            @ConfigProperty(name = "itinera.topics.replication", defaultValue = "1")
                    short replication) {
        TopicSpec moves =
                new TopicSpec(
                        JourneysTopology.MOVES,
                        TopicSpecs.of(Topics.ACTIVITY).partitions(),
                        Map.of("retention.ms", DAY_MS, "max.message.bytes", LARGEST_MOVE_BYTES));
        try (Admin admin = Admin.create(KafkaSettings.of(config))) {
            new TopicCreator(admin, names, replication).create(List.of(moves));
        }
    }
}
