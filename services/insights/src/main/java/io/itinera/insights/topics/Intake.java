package io.itinera.insights.topics;

import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityRecord;
import io.itinera.contracts.activity.ActivityTick;
import io.itinera.contracts.definitions.JourneyDefinition;
import io.itinera.contracts.definitions.JourneyHead;
import io.itinera.contracts.definitions.JourneysRecord;
import io.itinera.contracts.transitions.Transition;
import io.itinera.insights.domain.Batch;
import io.itinera.insights.store.ActivityStore;
import io.itinera.insights.store.TransitionStore;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.records.Unreadable;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hands each batch of records to the store, which keeps its offsets; Kafka keeps none. */
@ApplicationScoped
class Intake {
    private final JsonCodec<ActivityRecord> activity = JsonCodec.of(ActivityRecord.class);
    private final JsonCodec<Transition> transitions = JsonCodec.of(Transition.class);
    private final JsonCodec<JourneysRecord> journeys = JsonCodec.of(JourneysRecord.class);

    private final ActivityStore activityStore;
    private final TransitionStore transitionStore;
    private final QuarantineOut quarantine;

    @Inject
    Intake(ActivityStore activityStore, TransitionStore transitionStore, QuarantineOut quarantine) {
        this.activityStore = activityStore;
        this.transitionStore = transitionStore;
        this.quarantine = quarantine;
    }

    @Incoming("activity")
    @Blocking
    void activity(ConsumerRecords<byte[], byte[]> records) {
        each(
                records,
                activity::read,
                (Placed<ActivityRecord> placed, Batch<Activity> batch) -> {
                    switch (placed.value()) {
                        case Activity it -> batch.add(placed.partition(), placed.offset(), it);
                        case ActivityTick _ -> batch.skip(placed.partition(), placed.offset());
                    }
                },
                activityStore::take);
    }

    @Incoming("transitions")
    @Blocking
    void transitions(ConsumerRecords<byte[], byte[]> records) {
        each(
                records,
                transitions::read,
                (Placed<Transition> placed, Batch<Transition> batch) ->
                        batch.add(placed.partition(), placed.offset(), placed.value()),
                transitionStore::take);
    }

    @Incoming("journeys")
    @Blocking
    void journeys(ConsumerRecords<byte[], byte[]> records) {
        each(
                records,
                journeys::read,
                (Placed<JourneysRecord> placed, Batch<JourneyDefinition> batch) -> {
                    switch (placed.value()) {
                        case JourneyDefinition it ->
                                batch.add(placed.partition(), placed.offset(), it);
                        case JourneyHead _ -> batch.skip(placed.partition(), placed.offset());
                    }
                },
                transitionStore::name);
    }

    private record Placed<V>(int partition, long offset, V value) {}

    private <V, R> void each(
            ConsumerRecords<byte[], byte[]> records,
            Function<byte[], V> codec,
            BiConsumer<Placed<V>, Batch<R>> sort,
            Consumer<Batch<R>> store) {
        for (String topic :
                records.partitions().stream().map(it -> it.topic()).distinct().toList()) {
            Batch<R> batch = Batch.of(topic);
            for (ConsumerRecord<byte[], byte[]> each : records.records(topic)) {
                if (each.value() == null) {
                    batch.skip(each.partition(), each.offset());
                    continue;
                }
                try {
                    V value = codec.apply(each.value());
                    sort.accept(new Placed<>(each.partition(), each.offset(), value), batch);
                } catch (Unreadable unreadable) {
                    quarantine.put(each, unreadable);
                    batch.skip(each.partition(), each.offset());
                }
            }
            store.accept(batch);
        }
    }
}
