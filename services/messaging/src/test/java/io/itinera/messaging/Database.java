package io.itinera.messaging;

import static org.awaitility.Awaitility.await;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Our own database, for what a test cannot bring about from outside. */
@Singleton
class Database {
    private final Pool pool;

    @Inject
    Database(Pool pool) {
        this.pool = pool;
    }

    /** Lets a delivery wait for an hour, once it waits. */
    void postpone(UUID delivery) {
        await("waiting")
                .until(
                        () ->
                                changed(
                                                "update delivery set due_at = now() + interval '1 hour'"
                                                        + " where key = $1 and state = 'waiting'",
                                                delivery)
                                        == 1);
    }

    private int changed(String sql, UUID delivery) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(delivery))
                .await()
                .indefinitely()
                .rowCount();
    }
}
