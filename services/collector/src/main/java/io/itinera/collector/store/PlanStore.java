package io.itinera.collector.store;

import io.itinera.collector.domain.PlannedEvent;
import io.itinera.collector.domain.PlannedEvent.Definition;
import io.itinera.collector.domain.SeenSource;
import io.itinera.collector.domain.Tally;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A workspace's plan as rows, beside what was seen. */
public final class PlanStore {
    private static final String EVENTS =
            """
            select coalesce(planned.name, seen.name) as name, planned.description, planned.schema,
                planned.updated_at, planned.updated_by, seen.first_seen, seen.last_seen,
                seen.accepted, seen.warned, seen.rejected, seen.sample, seen.sampled_at
            from (select * from event_definition where workspace = $1 and %1$s) planned
            full join (
                select name, min(first_seen) as first_seen, max(last_seen) as last_seen,
                    sum(accepted)::bigint as accepted, sum(warned)::bigint as warned,
                    sum(rejected)::bigint as rejected,
                    (array_agg(sample order by sampled_at desc nulls last))[1] as sample,
                    max(sampled_at) as sampled_at
                from seen_event where workspace = $1 and %1$s group by name
            ) seen on seen.name = planned.name
            where %2$s
            order by coalesce(planned.name, seen.name) collate "C"
            """;

    private static final String LIST =
            EVENTS.formatted(
                            """
                            ($2::text is null or name collate "C" > $2)
                                and ($3::text is null or position(lower($3) in lower(name)) > 0)\
                            """,
                            "$4::boolean is null or (planned.name is not null) = $4")
                    + " limit $5";

    private static final String ONE = EVENTS.formatted("name = $2", "true");

    private static final String SOURCES =
            "select * from seen_event where workspace = $1 and name = $2 order by source";

    private static final String PUT =
            """
            insert into event_definition (workspace, name, description, schema, updated_at, updated_by)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (workspace, name) do update set
                description = excluded.description, schema = excluded.schema,
                updated_at = excluded.updated_at, updated_by = excluded.updated_by
            """;

    private static final String COUNT =
            "select count(*) as definitions from event_definition where workspace = $1";

    private static final String DELETE =
            "delete from event_definition where workspace = $1 and name = $2";

    private PlanStore() {}

    /**
     * Names in order, planned or seen.
     *
     * @param after names after this one alone; null begins with the first
     * @param part names that have this in them, whatever the case; null takes all
     * @param planned names that the plan has, or that it does not have; null takes both
     */
    public static Uni<List<PlannedEvent>> list(
            SqlClient client,
            String workspace,
            @Nullable String after,
            @Nullable String part,
            @Nullable Boolean planned,
            int limit) {
        return client.preparedQuery(LIST)
                .execute(Tuple.of(workspace, after, part, planned, limit))
                .map(rows -> each(rows, PlanStore::event));
    }

    /** What is planned and seen of one name; null when nothing. */
    public static Uni<@Nullable PlannedEvent> find(
            SqlClient client, String workspace, String name) {
        return client.preparedQuery(ONE)
                .execute(Tuple.of(workspace, name))
                .map(rows -> rows.size() == 0 ? null : event(rows.iterator().next()));
    }

    /** What was seen of one name, by source. */
    public static Uni<List<SeenSource>> sources(SqlClient client, String workspace, String name) {
        return client.preparedQuery(SOURCES)
                .execute(Tuple.of(workspace, name))
                .map(rows -> each(rows, row -> new SeenSource(row.getUUID("source"), tally(row))));
    }

    /** How many names a workspace has defined. */
    public static Uni<Long> count(SqlClient client, String workspace) {
        return client.preparedQuery(COUNT)
                .execute(Tuple.of(workspace))
                .map(rows -> rows.iterator().next().getLong("definitions"));
    }

    /** Writes a definition, in place of the one before; its row stays locked. */
    public static Uni<Void> put(
            SqlConnection connection, String workspace, String name, Definition definition) {
        return connection
                .preparedQuery(PUT)
                .execute(
                        Tuple.from(
                                new Object[] {
                                    workspace,
                                    name,
                                    definition.description(),
                                    definition.schema(),
                                    definition.updatedAt().atOffset(ZoneOffset.UTC),
                                    definition.by()
                                }))
                .replaceWithVoid();
    }

    /** Whether there was one. */
    public static Uni<Boolean> delete(SqlConnection connection, String workspace, String name) {
        return connection
                .preparedQuery(DELETE)
                .execute(Tuple.of(workspace, name))
                .map(rows -> rows.rowCount() > 0);
    }

    private static <T> List<T> each(RowSet<Row> rows, Function<Row, T> item) {
        List<T> items = new ArrayList<>();
        rows.forEach(row -> items.add(item.apply(row)));
        return items;
    }

    private static PlannedEvent event(Row row) {
        return new PlannedEvent(row.getString("name"), definition(row), seen(row));
    }

    private static @Nullable Definition definition(Row row) {
        String schema = row.getString("schema");
        return schema == null
                ? null
                : new Definition(
                        row.getString("description"),
                        schema,
                        row.getOffsetDateTime("updated_at").toInstant(),
                        row.getString("updated_by"));
    }

    private static @Nullable Tally seen(Row row) {
        return row.getOffsetDateTime("first_seen") == null ? null : tally(row);
    }

    private static Tally tally(Row row) {
        return new Tally(
                row.getOffsetDateTime("first_seen").toInstant(),
                row.getOffsetDateTime("last_seen").toInstant(),
                row.getLong("accepted"),
                row.getLong("warned"),
                row.getLong("rejected"),
                row.getString("sample"),
                instant(row.getOffsetDateTime("sampled_at")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
