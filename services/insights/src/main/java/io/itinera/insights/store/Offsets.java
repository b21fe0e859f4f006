package io.itinera.insights.store;

import io.itinera.insights.domain.Batch;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where each partition goes on, kept with the rows, so that neither is ever without the other. */
@Singleton
public final class Offsets {
    private final Database database;

    @Inject
    Offsets(Database database) {
        this.database = database;
    }

    /** The offset that the next record has, by partition; partitions never read are absent. */
    public Map<Integer, Long> next(String topic) {
        return database.read(connection -> next(connection, topic));
    }

    private static Map<Integer, Long> next(Connection connection, String topic)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT part, next FROM offsets WHERE topic = ?")) {
            statement.setString(1, topic);
            Map<Integer, Long> next = new TreeMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    next.put(rows.getInt(1), rows.getLong(2));
                }
            }
            return next;
        }
    }

    /** The batch's rows that were not read before; a redelivered record is behind its offset. */
    static <R> List<Batch.Placed<R>> fresh(Connection connection, Batch<R> batch)
            throws SQLException {
        Map<Integer, Long> known = next(connection, batch.topic());
        return batch.rows().stream()
                .filter(it -> it.offset() >= known.getOrDefault(it.partition(), 0L))
                .toList();
    }

    static void advance(Connection connection, Batch<?> batch) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        INSERT INTO offsets VALUES (?, ?, ?)
                        ON CONFLICT DO UPDATE SET next = greatest(next, excluded.next)""")) {
            for (Map.Entry<Integer, Long> next : batch.next().entrySet()) {
                statement.setString(1, batch.topic());
                statement.setInt(2, next.getKey());
                statement.setLong(3, next.getValue());
                statement.executeUpdate();
            }
        }
    }
}
