package io.itinera.messaging;

import io.itinera.kit.outbox.OutboxRelay;
import io.itinera.kit.topics.KafkaSettings;
import io.itinera.kit.topics.TopicNames;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Tells what our transactions wrote into the outbox, for as long as we run. */
@Singleton
final class OutboxTeller {
    private final OutboxRelay relay;

    @Inject
    OutboxTeller(Pool pool, Config config, TopicNames names) {
        this.relay = new OutboxRelay(pool, KafkaSettings.of(config), names);
    }

    void start(@Observes StartupEvent event) {
        relay.start();
    }

    void stop(@Observes ShutdownEvent event) {
        relay.stop();
    }
}
