package io.itinera.insights.store;

import io.itinera.contracts.definitions.JourneyDefinition;
import io.itinera.contracts.transitions.Transition;
import io.itinera.insights.domain.Batch;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Keeps what enrollments did, and what journeys are called. */
@Singleton
public final class TransitionStore {
    private static final String STAGE =
            "CREATE OR REPLACE TEMP TABLE stage AS FROM transitions LIMIT 0";
    private static final String TAKE =
            """
            INSERT INTO transitions
            SELECT DISTINCT ON (workspace, id) * FROM stage ORDER BY workspace, id, seq
            ON CONFLICT DO NOTHING""";

    private final Database database;
    private final ConcurrentMap<Watched, Long> revisions = new ConcurrentHashMap<>();

    private record Watched(String workspace, UUID journey) {
        static Watched of(Batch.Placed<Transition> placed) {
            return new Watched(placed.row().workspace(), placed.row().journey());
        }
    }

    @Inject
    TransitionStore(Database database) {
        this.database = database;
    }

    /**
     * Grows after something of this journey of this workspace was written; whoever saw the same
     * number has seen all of it. What others do leaves it as it is.
     */
    public long revision(String workspace, UUID journey) {
        return revisions.getOrDefault(new Watched(workspace, journey), 0L);
    }

    /** Takes a batch and its offsets; what was taken before changes nothing. */
    public void take(Batch<Transition> batch) {
        database.write(
                connection -> {
                    insert(connection, batch.rows());
                    Offsets.advance(connection, batch);
                    return batch.rows().size();
                });
        batch.rows().stream()
                .map(Watched::of)
                .distinct()
                .forEach(told -> revisions.merge(told, 1L, Long::sum));
    }

    private static void insert(DuckDBConnection connection, List<Batch.Placed<Transition>> taken)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(STAGE);
            try (DuckDBAppender rows = connection.createAppender("temp", "main", "stage")) {
                for (Batch.Placed<Transition> placed : taken) {
                    append(rows.beginRow(), placed.row(), placed.offset()).endRow();
                }
            }
            statement.execute(TAKE);
        }
    }

    private static DuckDBAppender append(DuckDBAppender row, Transition transition, long seq)
            throws SQLException {
        row.append(transition.workspace())
                .append(transition.id())
                .append(transition.origin())
                .append(transition.customer())
                .append(transition.journey())
                .append(transition.version());
        id(row, transition.enrollment());
        text(row.append(transition.kind().name()), transition.node());
        text(row.append(transition.visit()), transition.edge());
        text(row, transition.next());
        text(row, transition.reason());
        id(row, transition.send());
        return row.append(transition.at().toEpochMilli())
                .append(seq)
                .append(ActivityStore.json(transition.details()));
    }

    private static void text(DuckDBAppender row, @Nullable String value) throws SQLException {
        if (value == null) {
            row.appendNull();
        } else {
            row.append(value);
        }
    }

    private static void id(DuckDBAppender row, @Nullable UUID value) throws SQLException {
        if (value == null) {
            row.appendNull();
        } else {
            row.append(value);
        }
    }

    /** Takes what versions of journeys are called; the newest version's name holds. */
    public void name(Batch<JourneyDefinition> batch) {
        database.write(
                connection -> {
                    for (Batch.Placed<JourneyDefinition> placed : batch.rows()) {
                        name(connection, placed.row());
                    }
                    Offsets.advance(connection, batch);
                    return batch.rows().size();
                });
    }

    private static void name(DuckDBConnection connection, JourneyDefinition journey)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        INSERT INTO journeys VALUES (?, ?, ?, ?)
                        ON CONFLICT DO UPDATE SET version = excluded.version, name = excluded.name
                        WHERE excluded.version > journeys.version""")) {
            statement.setString(1, journey.workspace());
            statement.setObject(2, journey.id());
            statement.setInt(3, journey.version());
            statement.setString(4, journey.plan().name());
            statement.executeUpdate();
        }
    }
}
