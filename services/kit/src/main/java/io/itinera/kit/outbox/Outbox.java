package io.itinera.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.itinera.kit.json.Json;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Puts rows into the caller's transaction. Rows of two transactions that overlap may be told in
 * either order, so whoever needs an order holds a lock on what it is about before appending, as the
 * update of a draft's revision does.
 */
public final class Outbox {
    private static final String INSERT =
            """
            insert into outbox (topic, key, value, headers, every_partition)
            values (:topic, :key, :value, cast(cast(:headers as text) as jsonb), :everyPartition)
            """;

    private Outbox() {}

    /** Appends the rows in order; they are told when the session's transaction has committed. */
    public static Uni<Void> append(Mutiny.Session session, List<OutboxRow> rows) {
        Uni<Void> appended = Uni.createFrom().voidItem();
        for (OutboxRow row : rows) {
            appended = appended.chain(() -> insert(session, row));
        }
        return appended;
    }

    private static Uni<Void> insert(Mutiny.Session session, OutboxRow row) {
        return session.createNativeQuery(INSERT)
                .setParameter("topic", row.topic())
                .setParameter("key", row.key())
                .setParameter("value", row.value())
                .setParameter("headers", json(row.headers()))
                .setParameter("everyPartition", row.spread() == Spread.EVERY_PARTITION)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static String json(Map<String, String> headers) {
        try {
            return Json.mapper().writeValueAsString(headers);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts are always JSON", impossible);
        }
    }
}
