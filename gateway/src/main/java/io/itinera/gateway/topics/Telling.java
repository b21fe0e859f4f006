package io.itinera.gateway.topics;

import io.itinera.kit.outbox.OutboxRelay;
import io.itinera.kit.topics.KafkaSettings;
import io.itinera.kit.topics.TopicNames;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Tells what the outbox holds for as long as the gateway runs. */
@Singleton
final class Telling {
    private final OutboxRelay relay;

    Telling(Pool pool, Config config, TopicNames names) {
        relay = new OutboxRelay(pool, KafkaSettings.of(config), names);
    }

    void begin(@Observes StartupEvent start) {
        relay.start();
    }

    void end(@Observes ShutdownEvent stop) {
        relay.stop();
    }
}
