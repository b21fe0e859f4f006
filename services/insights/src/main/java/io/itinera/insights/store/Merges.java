package io.itinera.insights.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * Who customers turned out to be. The map is kept flat: it leads from any customer that ended to
 * the one that goes on, whatever order the merges are told in.
 */
final class Merges {
    private final Connection connection;

    Merges(Connection connection) {
        this.connection = connection;
    }

    /** From now on, whoever was the one is the other. */
    void merge(String workspace, UUID from, UUID into) throws SQLException {
        UUID ended = person(workspace, from);
        UUID person = person(workspace, into);
        if (ended.equals(person)) {
            return;
        }
        update(
                "UPDATE merges SET person = ? WHERE workspace = ? AND person = ?",
                person,
                workspace,
                ended);
        update(
                """
                INSERT INTO merges (person, workspace, origin) VALUES (?, ?, ?)
                ON CONFLICT DO UPDATE SET person = excluded.person""",
                person,
                workspace,
                ended);
    }

    /**
     * A merge was undone: these are the one who had ended again. A row that leads to itself is left
     * in place, since it may lead elsewhere again in the same transaction.
     */
    void part(String workspace, UUID from, List<UUID> origins) throws SQLException {
        for (UUID origin : origins) {
            update(
                    """
                    INSERT INTO merges (person, workspace, origin) VALUES (?, ?, ?)
                    ON CONFLICT DO UPDATE SET person = excluded.person""",
                    from,
                    workspace,
                    origin);
        }
    }

    /** Who this is now. */
    UUID person(String workspace, UUID customer) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "SELECT person FROM merges WHERE workspace = ? AND origin = ?")) {
            statement.setString(1, workspace);
            statement.setObject(2, customer);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getObject(1, UUID.class) : customer;
            }
        }
    }

    private void update(String sql, UUID person, String workspace, UUID other) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, person);
            statement.setString(2, workspace);
            statement.setObject(3, other);
            statement.executeUpdate();
        }
    }
}
