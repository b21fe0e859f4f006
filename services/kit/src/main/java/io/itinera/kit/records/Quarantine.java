package io.itinera.kit.records;

import io.itinera.contracts.Keys;
import io.itinera.contracts.quarantine.Quarantined;
import java.time.Instant;
import java.util.Base64;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Makes what goes to the quarantine topic out of a record that could not be used. */
public final class Quarantine {
    private final String service;

    /**
     * One service's quarantine.
     *
     * @param service who could not use the records
     */
    public Quarantine(String service) {
        this.service = service;
    }

    /** A consumed record, with why and when. */
    public Quarantined of(ConsumerRecord<byte[], byte[]> record, Unreadable why, Instant now) {
        return of(
                new Place(record.topic(), record.partition(), record.offset()),
                record.key(),
                record.value(),
                why,
                now);
    }

    /** A record of a topology, whose place its context tells. */
    public Quarantined of(
            Place place,
            byte @Nullable [] key,
            byte @Nullable [] value,
            Unreadable why,
            Instant now) {
        return new Quarantined(
                service,
                place.topic(),
                place.partition(),
                place.offset(),
                Keys.workspace(key),
                null,
                why.reason(),
                why.detail(),
                now,
                key == null ? null : base64(key),
                value == null ? "" : base64(value),
                null);
    }

    /** What stands on no topic, such as a timer; its key says whose it is. */
    public Quarantined of(byte[] key, byte[] value, Unreadable why, Instant now) {
        return new Quarantined(
                service,
                null,
                null,
                null,
                Keys.workspace(key),
                null,
                why.reason(),
                why.detail(),
                now,
                base64(key),
                base64(value),
                null);
    }

    /**
     * Where a record stands.
     *
     * @param topic the broker's name of the topic
     * @param partition its partition
     * @param offset its offset
     */
    public record Place(String topic, int partition, long offset) {}

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
