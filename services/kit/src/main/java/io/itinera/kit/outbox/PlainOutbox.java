package io.itinera.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.itinera.kit.json.Json;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;

/**
 * What {@link Outbox} is, for services that write their rows over a plain connection and carry no
 * Hibernate.
 */
public final class PlainOutbox {
    private static final String INSERT =
            """
            insert into outbox (topic, key, value, headers, every_partition)
            values ($1, $2, $3, $4::text::jsonb, $5)
            """;

    private PlainOutbox() {}

    /** Appends the rows in order; they are told when the connection's transaction has committed. */
    public static Uni<Void> append(SqlConnection connection, List<OutboxRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(INSERT)
                .executeBatch(rows.stream().map(PlainOutbox::values).toList())
                .replaceWithVoid();
    }

    private static Tuple values(OutboxRow row) {
        return Tuple.from(
                new Object[] {
                    row.topic(),
                    row.key(),
                    row.value(),
                    headers(row),
                    row.spread() == Spread.EVERY_PARTITION
                });
    }

    private static String headers(OutboxRow row) {
        try {
            return Json.mapper().writeValueAsString(row.headers());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts are always JSON", impossible);
        }
    }
}
