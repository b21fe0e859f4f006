package io.itinera.insights.store;

import io.itinera.insights.domain.Batch;
import io.itinera.insights.domain.Start;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where each partition goes on, kept with the rows, so that neither is ever without the other. An
 * offset only says where to read on; what was taken already is known by its id. So a topic that is
 * read again from its start adds what is new in it and changes nothing else.
 */
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

    /**
     * Where the partitions of a topic are read from, from now on: what is known of them no longer
     * is when they start over. Rows stay, for they tell what happened.
     *
     * @param id the broker's for the topic that is there now
     * @param ends the offset that the next record will have, by partition
     */
    public Map<Integer, Start> begin(String topic, String id, Map<Integer, Long> ends) {
        return database.write(
                connection -> {
                    String known = id(connection, topic);
                    Map<Integer, Long> next = next(connection, topic);
                    Map<Integer, Start> starts = new TreeMap<>();
                    ends.forEach(
                            (part, end) ->
                                    starts.put(part, Start.of(known, id, next.get(part), end)));
                    boolean isAnew = known != null && !known.equals(id);
                    for (Integer part : next.keySet()) {
                        if (isAnew || starts.get(part) instanceof Start.Over) {
                            forget(connection, topic, part);
                        }
                    }
                    note(connection, topic, id);
                    return starts;
                });
    }

    private static @Nullable String id(Connection connection, String topic) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT id FROM topics WHERE topic = ?")) {
            statement.setString(1, topic);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    private static void note(Connection connection, String topic, String id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "INSERT INTO topics VALUES (?, ?) ON CONFLICT DO UPDATE SET id = excluded.id")) {
            statement.setString(1, topic);
            statement.setString(2, id);
            statement.executeUpdate();
        }
    }

    private static void forget(Connection connection, String topic, int part) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM offsets WHERE topic = ? AND part = ?")) {
            statement.setString(1, topic);
            statement.setInt(2, part);
            statement.executeUpdate();
        }
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

    static void advance(Connection connection, Batch<?> batch) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        INSERT INTO offsets VALUES (?, ?, ?)
                        ON CONFLICT DO UPDATE SET next = excluded.next""")) {
            for (Map.Entry<Integer, Long> next : batch.next().entrySet()) {
                statement.setString(1, batch.topic());
                statement.setInt(2, next.getKey());
                statement.setLong(3, next.getValue());
                statement.executeUpdate();
            }
        }
    }
}
