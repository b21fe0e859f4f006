package io.itinera.segmentation.topics;

import io.itinera.contracts.quarantine.Quarantined;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.records.Quarantine;
import io.itinera.kit.records.Unreadable;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jboss.logging.Logger;

/** Puts a record that cannot be used aside, in the transaction that steps over it. */
final class Unusable {
    private static final Logger LOG = Logger.getLogger(Unusable.class);
    private static final JsonCodec<Quarantined> CODEC = JsonCodec.of(Quarantined.class);

    private final ProcessorContext<byte[], Addressed> context;
    private final Quarantine quarantine;
    private final String sink;
    private final Meters meters;

    Unusable(
            ProcessorContext<byte[], Addressed> context,
            Quarantine quarantine,
            String sink,
            Meters meters) {
        this.context = context;
        this.quarantine = quarantine;
        this.sink = sink;
        this.meters = meters;
    }

    void put(Record<byte[], Addressed> record, Unreadable why) {
        Quarantine.Place place =
                context.recordMetadata()
                        .map(it -> new Quarantine.Place(it.topic(), it.partition(), it.offset()))
                        .orElseThrow();
        Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        byte[] value =
                CODEC.write(quarantine.of(place, record.key(), record.value().value(), why, now));
        meters.quarantined(place.topic());
        LOG.infof(
                "Record put into quarantine: topic=%s partition=%d offset=%d reason=%s",
                place.topic(), place.partition(), place.offset(), why.reason());
        context.forward(record.withValue(Addressed.byKey(value)), sink);
    }
}
