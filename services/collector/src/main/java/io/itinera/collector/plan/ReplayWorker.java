package io.itinera.collector.plan;

import io.itinera.collector.domain.Positions;
import io.itinera.collector.domain.QuarantineEntry;
import io.itinera.collector.domain.Replay;
import io.itinera.collector.domain.Replay.Progress;
import io.itinera.collector.plan.QuarantineLog.Reading;
import io.itinera.collector.store.Database;
import io.itinera.collector.store.ReplayStore;
import io.itinera.collector.store.ReplayStore.Claim;
import io.itinera.contracts.quarantine.Quarantined;
import io.itinera.kit.problem.Problem;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Works at one replay at a time: some records are read, judged, published, and only then noted. A
 * crash between repeats them under the same ids, which segmentation knows; what was noted is marked
 * and never replayed again, however late.
 */
@Singleton
final class ReplayWorker {
    private static final Logger LOG = Logger.getLogger(ReplayWorker.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String COLLECTOR = "collector";

    private final UUID self = UUID.randomUUID();
    private final QuarantineLog log;
    private final Retrials retrials;
    private final Database database;
    private final Duration pause;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("replays").unstarted(this::run);

    @Inject
    ReplayWorker(QuarantineLog log, Retrials retrials, Database database, PlanConfig config) {
        this.log = log;
        this.retrials = retrials;
        this.database = database;
        this.pause = config.replayPoll();
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        thread.join(PATIENCE);
    }

    private void run() {
        while (!isStoppedWithin(pause)) {
            try {
                Claim claim = change(connection -> ReplayStore.claim(connection, self));
                if (claim != null) {
                    work(claim);
                }
            } catch (Problem away) {
                LOG.debugf("No replay can be worked at: %s", away);
            } catch (RuntimeException surprise) {
                LOG.error("Looking for replays failed", surprise);
            }
        }
    }

    private void work(Claim claim) {
        Replay replay = claim.replay();
        try {
            if (read(begun(claim))) {
                end(replay, Replay.State.DONE, null);
            } else {
                change(connection -> ReplayStore.giveUp(connection, self, replay));
            }
        } catch (Problem | CompletionException away) {
            LOG.warnf("A replay goes on later: %s", away);
            change(connection -> ReplayStore.giveUp(connection, self, replay));
        } catch (RuntimeException surprise) {
            LOG.error("A replay failed", surprise);
            end(replay, Replay.State.FAILED, "it ended with a surprise, which the log has");
        }
    }

    private Claim begun(Claim claim) {
        if (claim.positions() != null && claim.ends() != null) {
            return claim;
        }
        return new Claim(claim.replay(), log.beginning(claim.replay().filter().from()), log.end());
    }

    /** Whether it came to the end; false when the service stops or another works at it. */
    private boolean read(Claim claim) {
        Positions ends = Objects.requireNonNull(claim.ends());
        Replay replay = claim.replay();
        try (Reading reading =
                log.read(replay.workspace(), Objects.requireNonNull(claim.positions()), ends)) {
            while (!reading.isAtEnd()) {
                if (stopping.getCount() == 0) {
                    return false;
                }
                Retrials.Came came = judge(replay, reading.next());
                Claim reached = new Claim(replay, reading.positions(), ends);
                if (!isNoted(reached, came)) {
                    return false;
                }
            }
        }
        return true;
    }

    private Retrials.Came judge(Replay replay, List<QuarantineEntry> entries) {
        List<QuarantineEntry> meant =
                entries.stream()
                        .filter(it -> isRefusedEvent(it.record()))
                        .filter(it -> replay.filter().passes(it.record()))
                        .toList();
        if (meant.isEmpty()) {
            return new Retrials.Came(Progress.NONE, List.of());
        }
        Set<String> before = marked(replay, meant);
        List<QuarantineEntry> left =
                meant.stream().filter(it -> !before.contains(it.place())).toList();
        Retrials.Came came =
                left.isEmpty() ? new Retrials.Came(Progress.NONE, List.of()) : retrials.judge(left);
        int skipped = meant.size() - left.size();
        return new Retrials.Came(
                came.progress().plus(new Progress(skipped, 0, 0, skipped)), came.taken());
    }

    private Set<String> marked(Replay replay, List<QuarantineEntry> entries) {
        List<String> places = entries.stream().map(QuarantineEntry::place).toList();
        return change(connection -> ReplayStore.marked(connection, replay.workspace(), places));
    }

    private static boolean isRefusedEvent(Quarantined record) {
        return record.service().equals(COLLECTOR);
    }

    private boolean isNoted(Claim reached, Retrials.Came came) {
        return change(
                connection ->
                        ReplayStore.advance(
                                connection, self, reached, came.progress(), came.taken()));
    }

    private void end(Replay replay, Replay.State state, @Nullable String detail) {
        change(connection -> ReplayStore.end(connection, self, replay, state, detail));
    }

    private <T> T change(Function<SqlConnection, Uni<T>> work) {
        return database.change(work).await().atMost(PATIENCE);
    }

    private boolean isStoppedWithin(Duration time) {
        try {
            return stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
