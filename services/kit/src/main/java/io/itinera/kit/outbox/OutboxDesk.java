package io.itinera.kit.outbox;

import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The outbox seen from the relay, over one connection: the claim to be its only publisher lives and
 * dies with that connection, so whoever can still read and delete still has it.
 */
final class OutboxDesk implements AutoCloseable {
    /** One relay for each schema that has an outbox. */
    private static final String CLAIM =
            "select pg_try_advisory_lock(hashtextextended('outbox ' || current_schema(), 0)) as won";

    private static final String NEXT =
            """
            select id, topic, key, value, headers, every_partition, created
            from outbox order by id limit 500
            """;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SqlConnection connection;
    private final Semaphore news = new Semaphore(0);

    private OutboxDesk(SqlConnection connection) {
        this.connection = connection;
        connection.closeHandler(news::release);
        PgConnection.cast(connection).notificationHandler(notification -> news.release());
    }

    static OutboxDesk open(Pool pool) {
        OutboxDesk desk = new OutboxDesk(pool.getConnection().await().atMost(PATIENCE));
        desk.run("listen outbox");
        return desk;
    }

    boolean claim() {
        return run(CLAIM).iterator().next().getBoolean("won");
    }

    List<StoredRow> next() {
        List<StoredRow> rows = new ArrayList<>();
        run(NEXT).forEach(row -> rows.add(StoredRow.of(row)));
        return rows;
    }

    void delete(List<Long> ids) {
        connection
                .preparedQuery("delete from outbox where id = any($1)")
                .execute(Tuple.of(ids.toArray(Long[]::new)))
                .await()
                .atMost(PATIENCE);
    }

    /** Until a row is appended, the connection is lost, or this time has passed. */
    void awaitNews(Duration longest) {
        try {
            boolean told = news.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
            if (told) {
                news.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for rows", interrupted);
        }
    }

    /** Gives the claim up by hand: the pool keeps the connection, which would keep the claim. */
    @Override
    public void close() {
        try {
            run("select pg_advisory_unlock_all()");
            run("unlisten *");
        } finally {
            connection.close().await().atMost(PATIENCE);
        }
    }

    private RowSet<Row> run(String sql) {
        return connection.query(sql).execute().await().atMost(PATIENCE);
    }
}
