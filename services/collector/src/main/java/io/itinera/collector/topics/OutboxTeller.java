package io.itinera.collector.topics;

import io.itinera.collector.store.Database;
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

/** Tells what our transactions wrote into the outbox, from when there is a database. */
@Singleton
final class OutboxTeller {
    private final OutboxRelay relay;
    private final Database database;
    private boolean stopped;

    @Inject
    OutboxTeller(Pool pool, Database database, Config config, TopicNames names) {
        this.database = database;
        this.relay = new OutboxRelay(pool, KafkaSettings.of(config), names);
    }

    void start(@Observes StartupEvent event) {
        var _ = database.ready().thenRun(this::begin);
    }

    private synchronized void begin() {
        if (!stopped) {
            relay.start();
        }
    }

    synchronized void stop(@Observes ShutdownEvent event) {
        stopped = true;
        relay.stop();
    }
}
