package io.itinera.collector.store;

import io.itinera.collector.domain.SeenName;
import io.itinera.collector.domain.Tally;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Adds what instances have counted to what is stored; a workspace has a limited number of names.
 */
@Singleton
public final class SeenStore {
    /** So many names of a workspace are told apart. */
    public static final int MAX_NAMES = 10_000;

    private static final Comparator<SeenName> ORDER =
            Comparator.comparing(SeenName::workspace)
                    .thenComparing(SeenName::name)
                    .thenComparing(SeenName::source);

    private static final String KNOWN =
            "select name from seen_event where workspace = $1 and name = any($2)";

    private static final String COUNT =
            "select count(distinct name) as names from seen_event where workspace = $1";

    private static final String ADD =
            """
            insert into seen_event
                (workspace, name, source, first_seen, last_seen, accepted, warned, rejected, sample, sampled_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            on conflict (workspace, name, source) do update set
                first_seen = least(seen_event.first_seen, excluded.first_seen),
                last_seen = greatest(seen_event.last_seen, excluded.last_seen),
                accepted = seen_event.accepted + excluded.accepted,
                warned = seen_event.warned + excluded.warned,
                rejected = seen_event.rejected + excluded.rejected,
                sample = case when excluded.sampled_at >= coalesce(seen_event.sampled_at, '-infinity')
                    then excluded.sample else seen_event.sample end,
                sampled_at = greatest(seen_event.sampled_at, excluded.sampled_at)
            """;

    private static final String FORGET =
            "update seen_event set sample = null, sampled_at = null where sampled_at < $1";

    private static final String SAMPLES =
            """
            select name, source, sample, sampled_at from seen_event
            where workspace = $1 and (name, source) > ($2, $3) and sample is not null
            order by name, source limit $4
            """;

    private static final String BLANK =
            """
            update seen_event set sample = null, sampled_at = null
            where workspace = $1 and name = $2 and source = $3 and sampled_at = $4
            """;

    private final Database database;

    @Inject
    SeenStore(Database database) {
        this.database = database;
    }

    /**
     * Adds all of them or none, in one order everywhere, so that instances do not wait for each
     * other in a circle.
     */
    public Uni<Void> add(Map<SeenName, Tally> tallies) {
        return database.change(
                connection ->
                        admitted(connection, tallies)
                                .flatMap(
                                        rows ->
                                                connection
                                                        .preparedQuery(ADD)
                                                        .executeBatch(rows)
                                                        .replaceWithVoid()));
    }

    /** Forgets the samples that were taken before then. */
    public Uni<Void> forgetSamples(Instant before) {
        return database.change(
                connection ->
                        connection
                                .preparedQuery(FORGET)
                                .execute(Tuple.of(time(before)))
                                .replaceWithVoid());
    }

    /**
     * A stored sample.
     *
     * @param name where it stands
     * @param event the event as sent
     * @param at when that was received
     */
    public record Sample(SeenName name, String event, OffsetDateTime at) {}

    /**
     * The samples of a workspace, a page of them.
     *
     * @param after where the page before ended
     */
    public Uni<List<Sample>> samples(SeenName after, int limit) {
        return database.read(
                client ->
                        client.preparedQuery(SAMPLES)
                                .execute(
                                        Tuple.of(
                                                after.workspace(),
                                                after.name(),
                                                after.source(),
                                                limit))
                                .map(rows -> samples(after.workspace(), rows)));
    }

    private static List<Sample> samples(String workspace, RowSet<Row> rows) {
        List<Sample> samples = new ArrayList<>(rows.size());
        for (Row row : rows) {
            SeenName name = new SeenName(workspace, row.getUUID("source"), row.getString("name"));
            samples.add(
                    new Sample(name, row.getString("sample"), row.getOffsetDateTime("sampled_at")));
        }
        return samples;
    }

    /** Forgets these samples, unless others have taken their places. */
    public Uni<Void> forget(List<Sample> samples) {
        List<Tuple> rows =
                samples.stream()
                        .map(
                                it ->
                                        Tuple.of(
                                                it.name().workspace(),
                                                it.name().name(),
                                                it.name().source(),
                                                it.at()))
                        .toList();
        return database.change(
                connection -> connection.preparedQuery(BLANK).executeBatch(rows).replaceWithVoid());
    }

    private static Uni<List<Tuple>> admitted(
            SqlConnection connection, Map<SeenName, Tally> tallies) {
        Map<String, Set<String>> names = new TreeMap<>();
        tallies.keySet()
                .forEach(
                        it ->
                                names.computeIfAbsent(it.workspace(), _ -> new HashSet<>())
                                        .add(it.name()));
        Uni<Set<SeenNameOf>> beyond = Uni.createFrom().item(new HashSet<>());
        for (Map.Entry<String, Set<String>> workspace : names.entrySet()) {
            beyond =
                    beyond.call(
                            found ->
                                    beyond(connection, workspace.getKey(), workspace.getValue())
                                            .invoke(found::addAll));
        }
        return beyond.map(found -> rows(tallies, found));
    }

    private record SeenNameOf(String workspace, String name) {}

    /** The names for which a workspace has no room any more. */
    private static Uni<Set<SeenNameOf>> beyond(
            SqlConnection connection, String workspace, Set<String> names) {
        return connection
                .preparedQuery(KNOWN)
                .execute(Tuple.of(workspace, names.toArray(String[]::new)))
                .flatMap(
                        known -> {
                            Set<String> unknown = new HashSet<>(names);
                            known.forEach(row -> unknown.remove(row.getString("name")));
                            unknown.remove(SeenName.OTHERS);
                            return unknown.isEmpty()
                                    ? Uni.createFrom().item(Set.of())
                                    : room(connection, workspace)
                                            .map(room -> rest(workspace, unknown, room));
                        });
    }

    private static Uni<Long> room(SqlConnection connection, String workspace) {
        return connection
                .preparedQuery(COUNT)
                .execute(Tuple.of(workspace))
                .map(rows -> MAX_NAMES - rows.iterator().next().getLong("names"));
    }

    private static Set<SeenNameOf> rest(String workspace, Set<String> unknown, long room) {
        return unknown.stream()
                .sorted()
                .skip(Math.max(0, room))
                .map(name -> new SeenNameOf(workspace, name))
                .collect(Collectors.toSet());
    }

    private static List<Tuple> rows(Map<SeenName, Tally> tallies, Set<SeenNameOf> beyond) {
        Map<SeenName, Tally> placed = new TreeMap<>(ORDER);
        tallies.forEach(
                (name, tally) -> {
                    boolean told = !beyond.contains(new SeenNameOf(name.workspace(), name.name()));
                    placed.merge(told ? name : name.among(), tally, Tally::plus);
                });
        return placed.entrySet().stream().map(it -> row(it.getKey(), it.getValue())).toList();
    }

    private static Tuple row(SeenName name, Tally tally) {
        return Tuple.from(
                new Object[] {
                    name.workspace(),
                    name.name(),
                    name.source(),
                    time(tally.firstSeen()),
                    time(tally.lastSeen()),
                    tally.accepted(),
                    tally.warned(),
                    tally.rejected(),
                    tally.sample(),
                    time(tally.sampledAt())
                });
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
