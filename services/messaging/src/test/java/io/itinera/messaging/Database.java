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

    /**
     * From now on the letter of this delivery cannot be saved, for a reason that nobody foresaw.
     */
    void refuseLetter(UUID delivery) {
        run(
                """
                create or replace function refuse_letter() returns trigger language plpgsql as
                $$ begin raise exception 'no letter for %', new.key; end $$
                """);
        run(
                """
                create or replace trigger refuse_letter before update on delivery for each row
                when (new.key = '%s' and new.html is not null) execute function refuse_letter()
                """
                        .formatted(delivery));
    }

    void refuseNothing() {
        run("drop trigger if exists refuse_letter on delivery");
    }

    private void run(String sql) {
        pool.query(sql).execute().await().indefinitely();
    }

    private int changed(String sql, UUID delivery) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(delivery))
                .await()
                .indefinitely()
                .rowCount();
    }
}
