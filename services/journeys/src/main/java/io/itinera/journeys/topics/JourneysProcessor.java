package io.itinera.journeys.topics;

import io.itinera.contracts.definitions.JourneysRecord;
import io.itinera.contracts.definitions.SegmentReadiness;
import io.itinera.contracts.definitions.SegmentsRecord;
import io.itinera.journeys.JourneyMeters;
import io.itinera.journeys.Journeys;
import io.itinera.journeys.store.MovedCodec;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.records.Quarantine;
import io.itinera.kit.records.Unreadable;
import io.itinera.kit.trace.Traces;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Hands each record to the shell; what cannot be used goes to quarantine, in one transaction. */
final class JourneysProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    private static final Logger LOG = Logger.getLogger(JourneysProcessor.class);
    private static final Duration CATCH_UP = Duration.ofMillis(50);
    private static final JsonCodec<JourneysRecord> JOURNEYS = JsonCodec.of(JourneysRecord.class);
    private static final JsonCodec<SegmentsRecord> SEGMENTS = JsonCodec.of(SegmentsRecord.class);

    private final InboundTopics inbound;
    private final int partitions;
    private final Quarantine quarantine;
    private final JourneyMeters meters;
    private @Nullable ProcessorContext<byte[], byte[]> context;
    private @Nullable Outlets outlets;
    private @Nullable Journeys journeys;

    JourneysProcessor(InboundTopics inbound, int partitions, String service, JourneyMeters meters) {
        this.inbound = inbound;
        this.partitions = partitions;
        this.quarantine = new Quarantine(service);
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> task) {
        context = task;
        outlets = new Outlets(task, quarantine);
        Journeys shell =
                new Journeys(
                        TaskStoresOf.context(task, partitions), outlets, meters, System::nanoTime);
        journeys = shell;
        task.schedule(CATCH_UP, PunctuationType.WALL_CLOCK_TIME, _ -> shell.catchUp());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata at = Objects.requireNonNull(context).recordMetadata().orElseThrow();
        try {
            take(at.topic(), record);
        } catch (KafkaException streams) {
            throw streams;
        } catch (Unreadable why) {
            putAside(at, record, why);
        } catch (RuntimeException surprise) {
            LOG.error("A record could not be stepped through", surprise);
            putAside(at, record, new Unreadable("step_failed", surprise.getClass().getName()));
        }
    }

    private void take(String topic, Record<byte[], byte[]> record) {
        Journeys shell = Objects.requireNonNull(journeys);
        if (topic.equals(inbound.activity())) {
            shell.activity(record.value(), Traces.read(record.headers()).orElse(null));
        } else if (topic.equals(inbound.moves())) {
            shell.moved(MovedCodec.read(record.value()));
        } else if (topic.equals(inbound.journeys())) {
            definition(shell, record);
        } else if (record.value() != null
                && SEGMENTS.read(record.value()) instanceof SegmentReadiness ready) {
            shell.ready(ready);
        }
    }

    private static void definition(Journeys shell, Record<byte[], byte[]> record) {
        if (record.value() == null) {
            shell.forgotten(new String(record.key(), StandardCharsets.UTF_8));
            return;
        }
        shell.published(JOURNEYS.read(record.value()));
    }

    private void putAside(RecordMetadata at, Record<byte[], byte[]> record, Unreadable why) {
        meters.quarantined(why.reason());
        Quarantine.Place place = new Quarantine.Place(at.topic(), at.partition(), at.offset());
        Objects.requireNonNull(outlets).quarantine(place, record, why);
    }
}
