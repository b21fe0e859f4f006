package io.itinera.messaging.topics;

import io.itinera.contracts.Topics;
import io.itinera.contracts.quarantine.Quarantined;
import io.itinera.kit.outbox.OutboxRow;
import io.itinera.kit.outbox.Spread;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.records.Quarantine;
import io.itinera.kit.records.Unreadable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Turns a record that cannot be used into the row that tells quarantine of it. */
@ApplicationScoped
class PutAside {
    /** Original bytes beyond this would not fit into a record again, being longer in Base64. */
    static final int MAX_KEPT = 600_000;

    private static final JsonCodec<Quarantined> CODEC = JsonCodec.of(Quarantined.class);

    private final Quarantine quarantine;
    private final Clock clock;

    @Inject
    PutAside(@ConfigProperty(name = "itinera.service") String service, Clock clock) {
        this.quarantine = new Quarantine(service);
        this.clock = clock;
    }

    OutboxRow row(ConsumerRecord<byte[], byte[]> record, Unreadable why) {
        Quarantined put =
                quarantine.of(
                        new Quarantine.Place(record.topic(), record.partition(), record.offset()),
                        record.key(),
                        kept(record.value()),
                        why,
                        clock.instant());
        byte[] json = CODEC.write(put);
        @Nullable String key =
                record.key() == null
                        ? null
                        : new String(record.key(), StandardCharsets.UTF_8)
                                .replace('\u0000', '\uFFFD');
        return new OutboxRow(
                Topics.QUARANTINE,
                key,
                new String(json, StandardCharsets.UTF_8),
                Map.of(),
                Spread.BY_KEY);
    }

    private static byte @Nullable [] kept(byte @Nullable [] value) {
        return value != null && value.length > MAX_KEPT ? Arrays.copyOf(value, MAX_KEPT) : value;
    }
}
