package io.itinera.kit.outbox;

import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A row as it stands in the table.
 *
 * @param id its place in the order
 * @param row what is to be told
 * @param created when it was appended, which becomes the record's timestamp
 */
record StoredRow(long id, OutboxRow row, Instant created) {
    static StoredRow of(Row stored) {
        JsonObject headers = stored.get(JsonObject.class, "headers");
        return new StoredRow(
                stored.getLong("id"),
                new OutboxRow(
                        stored.getString("topic"),
                        stored.getString("key"),
                        stored.getString("value"),
                        texts(headers),
                        stored.getBoolean("every_partition")
                                ? Spread.EVERY_PARTITION
                                : Spread.BY_KEY),
                stored.getOffsetDateTime("created").toInstant());
    }

    private static Map<String, String> texts(JsonObject headers) {
        return headers.stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, header -> String.valueOf(header.getValue())));
    }
}
