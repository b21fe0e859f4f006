package io.itinera.segmentation.topics;

import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventsRecord;
import io.itinera.contracts.events.Tick;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.records.Quarantine;
import io.itinera.kit.records.Unreadable;
import io.itinera.segmentation.StepOne;
import io.itinera.segmentation.store.DeviceStore;
import io.itinera.segmentation.store.LagStore;
import io.itinera.segmentation.store.SeenStore;
import io.itinera.segmentation.store.StoreNames;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.NullUnmarked;

/** Step one at the edge of Kafka: events in, people out, and a tick into each partition. */
@NullUnmarked // Kafka hands the context over in init
final class RecogniseProcessor implements Processor<byte[], Addressed, byte[], Addressed> {
    private static final byte[] NO_KEY = {};
    private static final JsonCodec<EventsRecord> CODEC = JsonCodec.of(EventsRecord.class);

    private final Duration tick;
    private final int partitions;
    private final FileLife files;
    private final Quarantine quarantine;
    private final Meters meters;
    private ProcessorContext<byte[], Addressed> context;
    private StepOneOutlet outlet;
    private StepOne step;
    private Unusable unusable;

    RecogniseProcessor(
            Duration tick, int partitions, FileLife files, Quarantine quarantine, Meters meters) {
        this.tick = tick;
        this.partitions = partitions;
        this.files = files;
        this.quarantine = quarantine;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<byte[], Addressed> context) {
        this.context = context;
        outlet = new StepOneOutlet(context, Nodes.PEOPLE_DOOR, Nodes.CLAIMS_DOOR);
        unusable = new Unusable(context, quarantine, Nodes.UNUSABLE_EVENTS_SINK, meters);
        step =
                new StepOne(
                        new SeenStore(context.getStateStore(StoreNames.SEEN_EVENTS)),
                        new DeviceStore(context.getStateStore(StoreNames.DEVICES)),
                        new LagStore(context.getStateStore(StoreNames.LAGS)),
                        context.taskId().partition(),
                        partitions,
                        outlet);
        FileKeeping.begin(context, files.flush(), StoreNames.DEVICES);
        context.schedule(
                FileKeeping.beat(files), PunctuationType.WALL_CLOCK_TIME, this::moveClaimsOn);
        context.schedule(tick, PunctuationType.WALL_CLOCK_TIME, this::tick);
    }

    @Override
    public void process(Record<byte[], Addressed> record) {
        EventsRecord value;
        try {
            value = usable(CODEC.read(record.value().value()));
        } catch (Unreadable why) {
            unusable.put(record, why);
            return;
        }
        outlet.follow(record);
        step.take(value);
    }

    private EventsRecord usable(EventsRecord record) {
        if (record instanceof Event event) {
            meters.event();
            if (event.userId() == null
                    && event.anonymousId() == null
                    && event.identities().isEmpty()) {
                throw new Unreadable("no_identity", "the event names nobody");
            }
        }
        return record;
    }

    private void moveClaimsOn(long now) {
        Addressed nothing = Addressed.to(context.taskId().partition(), new byte[0]);
        context.forward(new Record<>(NO_KEY, nothing, now), Nodes.CLAIMS_DOOR);
    }

    private void tick(long now) {
        int partition = context.taskId().partition();
        byte[] value = CODEC.write(new Tick(Instant.ofEpochMilli(now), partition));
        context.forward(new Record<>(null, Addressed.to(partition, value), now), Nodes.TICKS_SINK);
    }
}
