package io.itinera.collector.store;

import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/**
 * PostgreSQL, which may be away. Nothing that collects asks it; whoever does is told 503 until it
 * is there and migrated, and again whenever it is lost.
 */
@Singleton
public final class Database {
    private static final Logger LOG = Logger.getLogger(Database.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Pool pool;
    private final Flyway flyway;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    @Inject
    Database(Pool pool, Flyway flyway) {
        this.pool = pool;
        this.flyway = flyway;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofPlatform().name("migrations").daemon().start(this::migrate);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    /** Completes once the tables are there, which may be never. */
    public CompletionStage<Void> ready() {
        return ready.minimalCompletionStage();
    }

    /**
     * Asks without a transaction.
     *
     * @throws Problem 503 in the result, when the database is away
     */
    public <T> Uni<T> read(Function<SqlClient, Uni<T>> question) {
        return guarded(() -> question.apply(pool));
    }

    /**
     * Changes in one transaction.
     *
     * @throws Problem 503 in the result, when the database is away; then nothing is changed
     */
    public <T> Uni<T> change(Function<SqlConnection, Uni<T>> work) {
        return guarded(() -> pool.withTransaction(work));
    }

    private <T> Uni<T> guarded(Supplier<Uni<? extends T>> work) {
        if (!ready.isDone()) {
            return Uni.createFrom().failure(Database::away);
        }
        return Uni.createFrom()
                .deferred(work)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure(Database::isLost)
                .transform(_ -> away());
    }

    /** Not there at all, or there and going. */
    private static boolean isLost(Throwable failure) {
        return switch (failure) {
            case PgException told ->
                    told.getSqlState().startsWith("57P") || told.getSqlState().startsWith("53");
            case IOException _, VertxException _, TimeoutException _ -> true;
            default -> false;
        };
    }

    private static Problem away() {
        return new Problem(ProblemCode.UNAVAILABLE, "The database is away", PATIENCE);
    }

    private void migrate() {
        try {
            do {
                try {
                    flyway.migrate();
                    ready.complete(null);
                    return;
                } catch (FlywayException notYet) {
                    LOG.warnf("The database is not migrated, trying again: %s", notYet);
                }
            } while (!stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
