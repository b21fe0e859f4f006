package io.itinera.collector.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.itinera.collector.domain.Positions;
import io.itinera.collector.domain.QuarantineEntry;
import io.itinera.collector.domain.QuarantineFilter;
import io.itinera.collector.domain.Replay;
import io.itinera.collector.plan.QuarantineLog.Found;
import io.itinera.collector.store.Database;
import io.itinera.collector.store.ReplayStore;
import io.itinera.collector.store.Suppressions;
import io.itinera.collector.wire.Mentions;
import io.itinera.contracts.quarantine.Quarantined;
import io.itinera.contracts.quarantine.RefusedEvent;
import io.itinera.kit.ids.Ids;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a workspace has in quarantine, and its wishes that it be judged anew. */
@Singleton
public final class Quarantine {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final QuarantineLog log;
    private final Database database;
    private final Suppressions suppressions;
    private final Clock clock = Clock.systemUTC();

    @Inject
    Quarantine(QuarantineLog log, Database database, Suppressions suppressions) {
        this.log = log;
        this.database = database;
        this.suppressions = suppressions;
    }

    /**
     * Part of what is in quarantine.
     *
     * @param entries the newest first
     * @param replayed the places of those that a replay has taken since; null when the database is
     *     away and nobody knows
     * @param next before which more stands; null at the end
     */
    public record Shelf(
            List<QuarantineEntry> entries,
            @Nullable Set<String> replayed,
            @Nullable Positions next) {}

    /**
     * Looks through quarantine from the newest back, and passes over what names somebody who was
     * erased; waits for Kafka.
     */
    public Shelf newest(
            String workspace, QuarantineFilter filter, @Nullable Positions before, int limit) {
        Found found = log.newest(workspace, filter, before, limit);
        Mentions erased = new Mentions(suppressions.in(workspace));
        List<QuarantineEntry> entries =
                found.entries().stream().filter(it -> !isNamed(erased, it.record())).toList();
        return new Shelf(entries, replayed(workspace, entries), found.next());
    }

    private static boolean isNamed(Mentions erased, Quarantined record) {
        RefusedEvent refused = record.refused();
        return erased.in(sent(record.original()))
                || (refused != null
                        && (erased.in(refused.event()) || erased.in(refused.context())));
    }

    private static @Nullable String sent(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), UTF_8);
        } catch (IllegalArgumentException foreign) {
            return null;
        }
    }

    private @Nullable Set<String> replayed(String workspace, List<QuarantineEntry> entries) {
        List<String> places = entries.stream().map(QuarantineEntry::place).toList();
        try {
            return database.read(client -> ReplayStore.marked(client, workspace, places))
                    .await()
                    .atMost(PATIENCE);
        } catch (Problem away) {
            return null;
        }
    }

    /**
     * Begins a replay; some collector works at it soon.
     *
     * @param filter which events; without an end, those until now
     * @throws Problem 409 in the result, while another one of the workspace runs
     */
    public Uni<Replay> replay(String workspace, QuarantineFilter filter, String by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Replay replay =
                new Replay(
                        Ids.v7(),
                        workspace,
                        until(filter, now),
                        Replay.State.RUNNING,
                        Replay.Progress.NONE,
                        null,
                        now,
                        by,
                        null);
        return database.change(connection -> ReplayStore.create(connection, replay))
                .onFailure(Quarantine::isUniqueViolation)
                .transform(
                        _ ->
                                new Problem(
                                        ProblemCode.CONFLICT,
                                        "Another replay of this workspace is under way"))
                .replaceWith(replay);
    }

    /** A workspace's replays, the newest first. */
    public Uni<List<Replay>> replays(String workspace, int limit) {
        return database.read(client -> ReplayStore.list(client, workspace, limit));
    }

    /**
     * One of them.
     *
     * @throws Problem 404 in the result, when the workspace has none with this id
     */
    public Uni<Replay> replay(String workspace, UUID id) {
        return database.read(client -> ReplayStore.find(client, workspace, id))
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("replay", id));
    }

    /** What is put aside while it runs is for the next one. */
    private static QuarantineFilter until(QuarantineFilter filter, Instant now) {
        Instant to = filter.to();
        return new QuarantineFilter(
                filter.source(),
                filter.reason(),
                filter.name(),
                filter.from(),
                to == null || to.isAfter(now) ? now : to);
    }

    private static boolean isUniqueViolation(Throwable failure) {
        return failure instanceof PgException told && UNIQUE_VIOLATION.equals(told.getSqlState());
    }
}
