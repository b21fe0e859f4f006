package io.itinera.collector.store;

import io.itinera.collector.domain.Positions;
import io.itinera.collector.domain.QuarantineFilter;
import io.itinera.collector.domain.Replay;
import io.itinera.collector.domain.Replay.Progress;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Replays as rows, and marks on what was replayed. A replay is the work of whoever holds its lease;
 * the database's clock alone says whether it still holds.
 */
public final class ReplayStore {
    private static final String CREATE =
            """
            insert into replay (id, workspace, source, reason, name, since, until, state, created_at, created_by)
            values ($1, $2, $3, $4, $5, $6, $7, 'running', $8, $9)
            """;

    private static final String LIST =
            "select * from replay where workspace = $1 order by created_at desc, id desc limit $2";

    private static final String FIND = "select * from replay where workspace = $1 and id = $2";

    private static final String CLAIM =
            """
            update replay set worker = $1, leased_to = now() + interval '30 seconds'
            where id = (
                select id from replay
                where state = 'running' and (leased_to is null or leased_to < now())
                order by created_at limit 1 for update skip locked)
            returning *
            """;

    private static final String ADVANCE =
            """
            update replay set examined = examined + $3, replayed = replayed + $4,
                refused = refused + $5, skipped = skipped + $6, positions = $7, ends = $8,
                leased_to = now() + interval '30 seconds'
            where id = $1 and worker = $2 and state = 'running'
            """;

    private static final String END =
            """
            update replay set state = $3, detail = $4, ended_at = now(), positions = null,
                ends = null, worker = null, leased_to = null
            where id = $1 and worker = $2 and state = 'running'
            """;

    private static final String GIVE_UP =
            "update replay set leased_to = null where id = $1 and worker = $2";

    private static final String MARKED =
            "select place from replayed where workspace = $1 and place = any($2)";

    private static final String MARK =
            """
            insert into replayed (workspace, place, replayed_at) select $1, unnest($2::text[]), now()
            on conflict do nothing
            """;

    /** Quarantine keeps 14 days. */
    private static final String FORGET =
            "delete from replayed where replayed_at < now() - interval '15 days'";

    private ReplayStore() {}

    /**
     * A replay that is this worker's for as long as it goes on.
     *
     * @param replay the replay
     * @param positions how far it has come; null when it has not begun
     * @param ends where it ends, likewise
     */
    public record Claim(Replay replay, @Nullable Positions positions, @Nullable Positions ends) {}

    /** Fails with a unique violation while another replay of the workspace runs. */
    public static Uni<Void> create(SqlConnection connection, Replay replay) {
        QuarantineFilter filter = replay.filter();
        return connection
                .preparedQuery(CREATE)
                .execute(
                        Tuple.from(
                                new Object[] {
                                    replay.id(),
                                    replay.workspace(),
                                    filter.source(),
                                    filter.reason(),
                                    filter.name(),
                                    ReplayRows.time(filter.from()),
                                    ReplayRows.time(filter.to()),
                                    ReplayRows.time(replay.createdAt()),
                                    replay.by()
                                }))
                .replaceWithVoid();
    }

    /** A workspace's replays, the newest first. */
    public static Uni<List<Replay>> list(SqlClient client, String workspace, int limit) {
        return client.preparedQuery(LIST)
                .execute(Tuple.of(workspace, limit))
                .map(
                        rows -> {
                            List<Replay> replays = new ArrayList<>();
                            rows.forEach(row -> replays.add(ReplayRows.replay(row)));
                            return replays;
                        });
    }

    /** One of a workspace's replays; null when there is none with this id. */
    public static Uni<@Nullable Replay> find(SqlClient client, String workspace, UUID id) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(workspace, id))
                .map(rows -> rows.size() == 0 ? null : ReplayRows.replay(rows.iterator().next()));
    }

    /** Takes the oldest replay that nobody works at; null when there is none. */
    public static Uni<@Nullable Claim> claim(SqlConnection connection, UUID worker) {
        return connection
                .preparedQuery(CLAIM)
                .execute(Tuple.of(worker))
                .map(rows -> rows.size() == 0 ? null : ReplayRows.claim(rows.iterator().next()));
    }

    /**
     * Notes what was done, and marks what was replayed.
     *
     * @return false, and nothing is noted, when the replay is not the worker's any more
     */
    public static Uni<Boolean> advance(
            SqlConnection connection,
            UUID worker,
            Claim claim,
            Progress more,
            List<String> replayed) {
        Replay replay = claim.replay();
        return connection
                .preparedQuery(ADVANCE)
                .execute(
                        Tuple.from(
                                new Object[] {
                                    replay.id(),
                                    worker,
                                    more.examined(),
                                    more.replayed(),
                                    more.refused(),
                                    more.skipped(),
                                    ReplayRows.json(claim.positions()),
                                    ReplayRows.json(claim.ends())
                                }))
                .flatMap(
                        rows ->
                                rows.rowCount() == 0
                                        ? Uni.createFrom().item(false)
                                        : mark(connection, replay.workspace(), replayed)
                                                .replaceWith(true));
    }

    /** Notes that a replay has ended, and forgets marks on what is not kept any more. */
    public static Uni<Void> end(
            SqlConnection connection,
            UUID worker,
            Replay replay,
            Replay.State state,
            @Nullable String detail) {
        return connection
                .preparedQuery(END)
                .execute(Tuple.of(replay.id(), worker, ReplayRows.word(state), detail))
                .chain(() -> connection.query(FORGET).execute())
                .replaceWithVoid();
    }

    /** Leaves a replay to whoever is next. */
    public static Uni<Void> giveUp(SqlConnection connection, UUID worker, Replay replay) {
        return connection
                .preparedQuery(GIVE_UP)
                .execute(Tuple.of(replay.id(), worker))
                .replaceWithVoid();
    }

    /** Which of these places of a workspace were replayed before. */
    public static Uni<Set<String>> marked(SqlClient client, String workspace, List<String> places) {
        if (places.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return client.preparedQuery(MARKED)
                .execute(Tuple.of(workspace, places.toArray(String[]::new)))
                .map(ReplayStore::places);
    }

    private static Set<String> places(RowSet<Row> rows) {
        Set<String> places = new HashSet<>();
        rows.forEach(row -> places.add(row.getString("place")));
        return places;
    }

    private static Uni<Void> mark(SqlConnection connection, String workspace, List<String> places) {
        if (places.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(MARK)
                .execute(Tuple.of(workspace, places.toArray(String[]::new)))
                .replaceWithVoid();
    }
}
