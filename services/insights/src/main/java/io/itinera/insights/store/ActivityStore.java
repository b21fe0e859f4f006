package io.itinera.insights.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.activity.Unmerge;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.insights.domain.Batch;
import io.itinera.kit.json.Json;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Keeps what customers did under who they were then, and who they turned out to be beside it. */
@Singleton
public final class ActivityStore {
    private static final String STAGE = "CREATE OR REPLACE TEMP TABLE stage AS FROM events LIMIT 0";
    private static final String TAKE =
            """
            INSERT INTO events
            SELECT DISTINCT ON (workspace, id) * FROM stage ORDER BY workspace, id, seq
            ON CONFLICT DO NOTHING""";

    private final Database database;

    @Inject
    ActivityStore(Database database) {
        this.database = database;
    }

    /** Takes a batch and its offsets; what was taken before changes nothing. */
    public void take(Batch<Activity> batch) {
        database.write(
                connection -> {
                    if (!batch.rows().isEmpty()) {
                        insert(connection, batch.rows());
                        follow(connection, batch.rows());
                    }
                    Offsets.advance(connection, batch);
                    return batch.rows().size();
                });
    }

    private static void insert(DuckDBConnection connection, List<Batch.Placed<Activity>> taken)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(STAGE);
            try (DuckDBAppender rows = connection.createAppender("temp", "main", "stage")) {
                for (Batch.Placed<Activity> placed : taken) {
                    append(rows, placed);
                }
            }
            statement.execute(TAKE);
        }
    }

    private static void append(DuckDBAppender rows, Batch.Placed<Activity> placed)
            throws SQLException {
        Activity activity = placed.row();
        Event event = activity.event();
        Outcome outcome = activity.outcome();
        if (event != null) {
            Row row = new Row(event.name(), event.occurredAt(), event.historic());
            append(rows, placed, row, event.properties());
        } else if (outcome != null) {
            Row row = new Row(outcome.name().wire(), outcome.occurredAt(), false);
            append(rows, placed, row, outcome.properties());
        }
    }

    private record Row(String name, Instant at, boolean historic) {}

    private static void append(
            DuckDBAppender rows,
            Batch.Placed<Activity> placed,
            Row row,
            Map<String, Object> properties)
            throws SQLException {
        rows.beginRow()
                .append(placed.row().workspace())
                .append(placed.row().id())
                .append(placed.row().origin())
                .append(row.name())
                .append(row.at().toEpochMilli())
                .append(placed.offset())
                .append(row.historic())
                .append(json(properties))
                .endRow();
    }

    static String json(Object value) {
        try {
            return Json.mapper().writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was read as JSON is JSON", impossible);
        }
    }

    private static void follow(DuckDBConnection connection, List<Batch.Placed<Activity>> taken)
            throws SQLException {
        Merges merges = new Merges(connection);
        for (Batch.Placed<Activity> placed : taken) {
            Activity activity = placed.row();
            Merge merge = activity.merge();
            if (merge != null) {
                merges.merge(activity.workspace(), merge.from(), merge.into());
            }
            Unmerge unmerge = activity.unmerge();
            if (unmerge != null) {
                merges.part(activity.workspace(), unmerge.from(), unmerge.origins());
            }
            if (!activity.origin().equals(activity.customer())) {
                merges.merge(activity.workspace(), activity.origin(), activity.customer());
            }
        }
    }
}
