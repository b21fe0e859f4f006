package io.itinera.segmentation.topics;

import io.itinera.conditions.InvalidCondition;
import io.itinera.contracts.definitions.JourneysRecord;
import io.itinera.contracts.definitions.SegmentsRecord;
import io.itinera.contracts.erasures.ErasuresRecord;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.records.Quarantine;
import io.itinera.kit.records.Unreadable;
import io.itinera.segmentation.ReceiptTerms;
import io.itinera.segmentation.StepTwo;
import io.itinera.segmentation.domain.people.PeopleRecord;
import io.itinera.segmentation.store.DefinitionStore;
import io.itinera.segmentation.store.ErasureLog;
import io.itinera.segmentation.store.PeoplePacking;
import io.itinera.segmentation.store.PeopleStore;
import io.itinera.segmentation.store.SeenStore;
import io.itinera.segmentation.store.StoreNames;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Step two at the edge of Kafka: people, outcomes and definitions in, activity out. */
@NullUnmarked // Kafka hands the context over in init
final class FollowProcessor implements Processor<byte[], Addressed, byte[], Addressed> {
    private static final JsonCodec<Outcome> OUTCOMES = JsonCodec.of(Outcome.class);
    private static final JsonCodec<SegmentsRecord> SEGMENTS = JsonCodec.of(SegmentsRecord.class);
    private static final JsonCodec<JourneysRecord> JOURNEYS = JsonCodec.of(JourneysRecord.class);
    private static final JsonCodec<ErasuresRecord> ERASURES = JsonCodec.of(ErasuresRecord.class);
    private static final Duration TURN = Duration.ofMillis(50);

    private final SegmentationTopics topics;
    private final Quarantine quarantine;
    private final Duration history;
    private final FileLife files;
    private final Meters meters;
    private ProcessorContext<byte[], Addressed> context;
    private StepTwoOutlet outlet;
    private StepTwo step;
    private ErasureLog erasures;
    private Unusable unusable;

    /** What is to be done with a record once it is read. */
    private interface Work {
        void perform() throws InvalidCondition;
    }

    FollowProcessor(
            SegmentationTopics topics,
            Quarantine quarantine,
            Duration history,
            FileLife files,
            Meters meters) {
        this.topics = topics;
        this.quarantine = quarantine;
        this.history = history;
        this.files = files;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<byte[], Addressed> context) {
        this.context = context;
        outlet = new StepTwoOutlet(context, meters);
        unusable = new Unusable(context, quarantine, Nodes.UNUSABLE_RECORDS_SINK, meters);
        step =
                new StepTwo(
                        new PeopleStore(
                                context.getStateStore(StoreNames.CUSTOMERS),
                                context.getStateStore(StoreNames.TIMELINE),
                                context.getStateStore(StoreNames.LOOKUPS),
                                context.getStateStore(StoreNames.HOLDS),
                                history),
                        new SeenStore(context.getStateStore(StoreNames.SEEN_OUTCOMES)),
                        new DefinitionStore(context.getStateStore(StoreNames.DEFINITIONS)),
                        context.taskId().partition(),
                        topics.partitions(),
                        StepTwo.PART_BYTES,
                        new ReceiptTerms(this::now, files.cleanAfter()),
                        outlet);
        erasures = new ErasureLog(context.getStateStore(StoreNames.DEFINITIONS));
        FileKeeping.begin(
                context,
                files.flush(),
                StoreNames.CUSTOMERS,
                StoreNames.TIMELINE,
                StoreNames.LOOKUPS,
                StoreNames.HOLDS);
        context.schedule(TURN, PunctuationType.WALL_CLOCK_TIME, now -> turn());
    }

    @Override
    public void process(Record<byte[], Addressed> record) {
        try {
            Work work = read(record);
            outlet.follow(record);
            work.perform();
        } catch (Unreadable why) {
            unusable.put(record, why);
        } catch (InvalidCondition why) {
            unusable.put(record, new Unreadable("invalid_condition", why.getMessage()));
        }
    }

    private Work read(Record<byte[], Addressed> record) {
        byte[] value = record.value().value();
        String topic = context.recordMetadata().orElseThrow().topic();
        if (topic.equals(topics.outcomes())) {
            Outcome outcome = usable(OUTCOMES.read(value));
            return () -> step.take(outcome);
        }
        if (topic.equals(topics.segments())) {
            return segments(new String(record.key(), StandardCharsets.UTF_8), value);
        }
        if (topic.equals(topics.journeys())) {
            return journeys(new String(record.key(), StandardCharsets.UTF_8), value);
        }
        if (topic.equals(topics.erasures())) {
            return erasures(ERASURES.read(value));
        }
        return people(PeoplePacking.record(Objects.requireNonNull(value)));
    }

    private Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }

    private Work erasures(ErasuresRecord record) {
        return () -> {
            erasures.put(record);
            step.take(record);
        };
    }

    private Work people(PeopleRecord record) {
        return () -> {
            step.take(record);
            if (record instanceof PeopleRecord.TimeReached) {
                turn();
            }
        };
    }

    private Work segments(String key, byte @Nullable [] value) {
        if (value == null) {
            return () -> step.rules().forgetSegments(key);
        }
        SegmentsRecord published = SEGMENTS.read(value);
        return () -> step.rules().take(key, published);
    }

    private Work journeys(String key, byte @Nullable [] value) {
        if (value == null) {
            return () -> step.rules().forgetJourneys(key);
        }
        JourneysRecord published = JOURNEYS.read(value);
        return () -> step.rules().take(key, published);
    }

    private static Outcome usable(Outcome outcome) {
        if (outcome.hops() > Outcome.MAX_HOPS) {
            throw new Unreadable(
                    "too_many_hops", "more than " + Outcome.MAX_HOPS + " outcomes led to this one");
        }
        return outcome;
    }

    private void turn() {
        outlet.followNothing();
        step.clockwork().turn(TurnBudget.begun());
    }
}
