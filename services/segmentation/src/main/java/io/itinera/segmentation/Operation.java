package io.itinera.segmentation;

import io.itinera.kit.outbox.OutboxRelay;
import io.itinera.kit.streams.StreamThreads;
import io.itinera.kit.streams.StreamsHealth;
import io.itinera.kit.topics.KafkaSettings;
import io.itinera.kit.topics.TopicNames;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;

/** Starts and stops what tells of published segments, and says whether the streams run. */
@Singleton
final class Operation {
    private final OutboxRelay relay;

    Operation(Pool pool, TopicNames names) {
        relay = new OutboxRelay(pool, KafkaSettings.of(ConfigProvider.getConfig()), names);
    }

    void start(@Observes StartupEvent event) {
        relay.start();
    }

    void stop(@Observes ShutdownEvent event) {
        relay.stop();
    }

    @Produces
    @Singleton
    @Readiness
    static HealthCheck streams(KafkaStreams streams) {
        return new StreamsHealth(streams);
    }

    @Produces
    @Singleton
    static StreamsUncaughtExceptionHandler threads() {
        return new StreamThreads(InstantSource.system());
    }
}
