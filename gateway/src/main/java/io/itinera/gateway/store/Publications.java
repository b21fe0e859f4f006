package io.itinera.gateway.store;

import io.itinera.kit.outbox.Outbox;
import io.itinera.kit.outbox.OutboxRow;
import io.itinera.kit.outbox.Spread;
import io.itinera.kit.records.JsonCodec;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What other services are to be told, kept in the transaction that made it true. */
@ApplicationScoped
public class Publications {
    /** Appends a record to the caller's transaction; the outbox's relay tells it afterwards. */
    public <T> Uni<Void> append(String topic, String key, JsonCodec<T> codec, T record) {
        OutboxRow row = OutboxRow.of(topic, key, codec, record, Spread.BY_KEY);
        return Panache.getSession().flatMap(session -> Outbox.append(session, List.of(row)));
    }
}
