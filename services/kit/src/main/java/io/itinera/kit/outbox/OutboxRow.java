package io.itinera.kit.outbox;

import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.trace.Traces;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record that is to be told when the transaction has committed.
 *
 * @param topic the topic's name without prefix
 * @param key the record's key
 * @param value the record's value, JSON; null for a tombstone
 * @param headers the record's headers
 * @param spread where it goes
 */
public record OutboxRow(
        String topic,
        @Nullable String key,
        @Nullable String value,
        Map<String, String> headers,
        Spread spread) {
    /** A larger value would be refused by the broker forever; so it is refused here at once. */
    public static final int MAX_VALUE_BYTES = 900_000;

    public OutboxRow {
        headers = Map.copyOf(headers);
        int bytes = value == null ? 0 : value.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_VALUE_BYTES) {
            throw new IllegalArgumentException(
                    "a record of %d bytes for %s is larger than %d"
                            .formatted(bytes, topic, MAX_VALUE_BYTES));
        }
    }

    /** A row for a wire record, in the trace that is current. */
    public static <T> OutboxRow of(
            String topic, String key, JsonCodec<? super T> codec, T record, Spread spread) {
        return new OutboxRow(
                topic,
                key,
                new String(codec.write(record), StandardCharsets.UTF_8),
                trace(),
                spread);
    }

    /** A row that takes back what the key stood for. */
    public static OutboxRow tombstone(String topic, String key, Spread spread) {
        return new OutboxRow(topic, key, null, trace(), spread);
    }

    private static Map<String, String> trace() {
        return Traces.current().map(trace -> Map.of(Traces.HEADER, trace)).orElse(Map.of());
    }
}
