package io.itinera.insights.topics;

import io.itinera.contracts.quarantine.Quarantined;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.records.Quarantine;
import io.itinera.kit.records.Unreadable;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;

/** Puts aside what cannot be used, before its offset is passed. */
@Singleton
final class QuarantineOut {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Quarantine quarantine = new Quarantine("insights");
    private final JsonCodec<Quarantined> codec = JsonCodec.of(Quarantined.class);
    private final MutinyEmitter<Record<byte[], byte[]>> emitter;
    private final Clock clock = Clock.systemUTC();

    @Inject
    QuarantineOut(@Channel("quarantine") MutinyEmitter<Record<byte[], byte[]>> emitter) {
        this.emitter = emitter;
    }

    /**
     * Waits until the broker has it.
     *
     * @throws TimeoutException when the broker does not answer; the batch comes again
     */
    void put(ConsumerRecord<byte[], byte[]> entry, Unreadable why) {
        byte[] value = codec.write(quarantine.of(entry, why, clock.instant()));
        emitter.send(Record.of(entry.key(), value)).await().atMost(PATIENCE);
    }
}
