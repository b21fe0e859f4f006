package io.itinera.messaging;

import static org.awaitility.Awaitility.await;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
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

    /** From now on the letter of this delivery cannot be saved, whatever the reason. */
    void refuseLetter(UUID delivery) {
        refuse(delivery, "new.html is not null");
    }

    /** From now on it cannot be saved that the provider took this delivery. */
    void refuseAnswer(UUID delivery) {
        refuse(delivery, "new.state = 'sent'");
    }

    /** Until something has been refused; a sequence outlives the refused transaction. */
    void awaitRefusal() {
        await("refused").until(() -> first("select is_called from refusals").getBoolean(0));
    }

    void refuseNothing() {
        run("drop trigger if exists refuse on delivery");
    }

    private void refuse(UUID delivery, String when) {
        run("drop sequence if exists refusals");
        run("create sequence refusals");
        run(
                """
                create or replace function refuse() returns trigger language plpgsql as
                $$ begin perform nextval('refusals'); raise exception 'refused %', new.key; end $$
                """);
        run(
                """
                create or replace trigger refuse before update on delivery for each row
                when (new.key = '%s' and %s) execute function refuse()
                """
                        .formatted(delivery, when));
    }

    private Row first(String sql) {
        return pool.query(sql).execute().await().indefinitely().iterator().next();
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
