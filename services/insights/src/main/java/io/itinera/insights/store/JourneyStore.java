package io.itinera.insights.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.itinera.contracts.transitions.TransitionKind;
import io.itinera.insights.domain.EventCount;
import io.itinera.insights.domain.JourneyFigures;
import io.itinera.insights.domain.JourneySummary;
import io.itinera.insights.domain.Tally;
import io.itinera.insights.domain.Told;
import io.itinera.kit.json.Json;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What journeys did, to all and to one. */
@Singleton
public final class JourneyStore {
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final Database database;

    @Inject
    JourneyStore(Database database) {
        this.database = database;
    }

    /**
     * A journey's figures. What concerns a message counts that message once, however often it was
     * told and by whomever.
     *
     * @param version one version; null for all of them
     */
    public JourneyFigures figures(String workspace, UUID journey, @Nullable Integer version) {
        Sql sql =
                new Sql()
                        .add("SELECT version, kind, node, edge, next,")
                        .add("CASE WHEN kind = 'refused' THEN reason END,")
                        .add("count(*) FILTER (send IS NULL) + count(DISTINCT send)")
                        .add("FROM transitions WHERE workspace = ?", workspace)
                        .add("AND kind <> 'gate' AND journey = ?", journey);
        if (version != null) {
            sql.add("AND version = ?", version);
        }
        sql.add("GROUP BY ALL");
        return JourneyFigures.of(
                database.read(connection -> sql.list(connection, JourneyStore::tally)));
    }

    private static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                row.getInt(1),
                TransitionKind.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getLong(7));
    }

    /** Every journey of the workspace that was published or did something. */
    public List<JourneySummary> journeys(String workspace) {
        Sql sql =
                new Sql()
                        .add("WITH t AS (SELECT journey,")
                        .add("count(*) FILTER (kind = 'entered') AS entered,")
                        .add("count(*) FILTER (kind = 'ended') AS ended,")
                        .add("count(DISTINCT send) FILTER (kind = 'sent') AS sent")
                        .add("FROM transitions WHERE workspace = ? GROUP BY journey),", workspace)
                        .add(
                                "j AS (SELECT journey, name FROM journeys WHERE workspace = ?)",
                                workspace)
                        .add("SELECT journey, name, coalesce(entered, 0), coalesce(ended, 0),")
                        .add("coalesce(sent, 0) FROM t FULL JOIN j USING (journey)")
                        .add("ORDER BY name, journey");
        return database.read(connection -> sql.list(connection, JourneyStore::summary));
    }

    private static JourneySummary summary(ResultSet row) throws SQLException {
        long entered = row.getLong(3);
        long ended = row.getLong(4);
        return new JourneySummary(
                row.getObject(1, UUID.class),
                row.getString(2),
                entered,
                Math.max(0, entered - ended),
                ended,
                row.getLong(5));
    }

    /**
     * What one journey did with one customer, in order; under every name that the customer had.
     *
     * @param limit the newest so many
     */
    public List<Told> why(String workspace, UUID customer, UUID journey, int limit) {
        Sql sql =
                new Sql()
                        .add("WITH who AS (SELECT coalesce((SELECT person FROM merges")
                        .add(
                                "WHERE workspace = ? AND origin = ?), ?) AS person),",
                                workspace,
                                customer,
                                customer)
                        .add("theirs AS (SELECT t.* FROM transitions t")
                        .add(
                                "LEFT JOIN merges o ON o.workspace = t.workspace AND o.origin = t.origin")
                        .add(
                                "LEFT JOIN merges c ON c.workspace = t.workspace AND c.origin = t.customer")
                        .add("WHERE t.workspace = ? AND t.journey = ?", workspace, journey)
                        .add("AND ((SELECT person FROM who) IN (coalesce(o.person, t.origin),")
                        .add("coalesce(c.person, t.customer)))")
                        .add("ORDER BY t.happened DESC, t.seq DESC, t.id DESC LIMIT ?)", limit)
                        .add(
                                "SELECT happened, kind, version, enrollment, node, edge, next, reason, send, details")
                        .add("FROM theirs ORDER BY happened, seq, id");
        return database.read(connection -> sql.list(connection, JourneyStore::told));
    }

    private static Told told(ResultSet row) throws SQLException {
        Map<String, Object> details = object(row.getString(10));
        return new Told(
                Instant.ofEpochMilli(row.getLong(1)),
                row.getString(2),
                row.getInt(3),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                text(details.get("gate")),
                text(details.get("verdict")),
                row.getObject(9, UUID.class),
                details);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static Map<String, Object> object(String json) {
        try {
            return Json.mapper().readValue(json, OBJECT);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was written as JSON is JSON", impossible);
        }
    }

    /** The people who are at a node now, by id, after this one. */
    public List<UUID> waiting(String workspace, UUID journey, String node, UUID after, int limit) {
        Sql sql =
                new Sql()
                        .add("WITH there AS (SELECT enrollment, any_value(origin) AS origin,")
                        .add("count(*) FILTER (kind = 'arrived')")
                        .add("- count(*) FILTER (kind IN ('passed', 'ended')) AS stays")
                        .add(
                                "FROM transitions WHERE workspace = ? AND journey = ?",
                                workspace,
                                journey)
                        .add("AND node = ? AND enrollment IS NOT NULL GROUP BY enrollment)", node)
                        .add(
                                "SELECT DISTINCT coalesce(m.person, there.origin) AS person FROM there")
                        .add(
                                "LEFT JOIN merges m ON m.workspace = ? AND m.origin = there.origin",
                                workspace)
                        .add("WHERE stays > 0 AND coalesce(m.person, there.origin) > ?", after)
                        .add("ORDER BY person LIMIT ?", limit);
        return database.read(
                connection -> sql.list(connection, row -> row.getObject(1, UUID.class)));
    }

    /** The events of the workspace, the most frequent first. */
    public List<EventCount> events(String workspace) {
        Sql sql =
                new Sql()
                        .add("SELECT name, count(*) AS events,")
                        .add("count(DISTINCT coalesce(m.person, e.origin)), max(happened)")
                        .add("FROM events e LEFT JOIN merges m USING (workspace, origin)")
                        .add(
                                "WHERE workspace = ? GROUP BY name ORDER BY events DESC, name",
                                workspace);
        return database.read(
                connection ->
                        sql.list(
                                connection,
                                row ->
                                        new EventCount(
                                                row.getString(1),
                                                row.getLong(2),
                                                row.getLong(3),
                                                Instant.ofEpochMilli(row.getLong(4)))));
    }
}
