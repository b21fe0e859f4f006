package io.itinera.journeys;

import io.itinera.kit.outbox.OutboxRelay;
import io.itinera.kit.streams.Reads;
import io.itinera.kit.streams.StreamThreads;
import io.itinera.kit.streams.StreamsHealth;
import io.itinera.kit.topics.KafkaSettings;
import io.itinera.kit.topics.TopicNames;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.state.HostInfo;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.Readiness;

/** What kit offers, wired for this service. */
final class ServiceBeans {

    @Produces
    @Singleton
    OutboxRelay relay(Pool pool, Config config, TopicNames names) {
        return new OutboxRelay(pool, KafkaSettings.of(config), names);
    }

    void start(@Observes StartupEvent event, OutboxRelay relay) {
        relay.start();
    }

    void stop(@Observes ShutdownEvent event, OutboxRelay relay) {
        relay.stop();
    }

    @Produces
    @Readiness
    @Singleton
    StreamsHealth health(KafkaStreams streams) {
        return new StreamsHealth(streams);
    }

    @Produces
    @Singleton
    StreamsUncaughtExceptionHandler threads() {
        return new StreamThreads(InstantSource.system());
    }

    @Produces
    @Singleton
    Reads reads(KafkaStreams streams, @ConfigProperty(name = "itinera.self") String self) {
        return new Reads(streams, HostInfo.buildFromEndpoint(self));
    }

    void close(@Disposes Reads reads) {
        reads.close();
    }
}
