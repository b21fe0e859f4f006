package io.itinera.insights.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.transitions.Transition;
import io.itinera.insights.domain.Batch;
import io.itinera.insights.store.Offsets;
import io.itinera.insights.store.TransitionStore;
import io.itinera.kit.topics.KafkaSettings;
import io.itinera.stack.testing.StackResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = @ResourceArg(name = "needs", value = "kafka"))
class StoredOffsetsTest {
    @Inject Config config;
    @Inject Offsets offsets;
    @Inject TransitionStore transitions;

    private final String topic = "read-" + UUID.randomUUID();
    private final TopicPartition partition = new TopicPartition(topic, 0);
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private Admin admin;

    @BeforeEach
    void make() throws ExecutionException, InterruptedException {
        admin = Admin.create(KafkaSettings.of(config));
        create();
    }

    @AfterEach
    void remove() throws ExecutionException, InterruptedException {
        admin.deleteTopics(Set.of(topic)).all().get();
        admin.close();
    }

    @Test
    void partitionGoesOnWhereItsRowsEnd() throws ExecutionException, InterruptedException {
        write(3);
        assertEquals(0, position());
        read(2);
        assertEquals(2, position());
        assertEquals(0, startsOver("made_anew") + startsOver("cut_short"));
    }

    @Test
    void topicMadeAnewIsReadFromItsStartHoweverLongItIs()
            throws ExecutionException, InterruptedException {
        write(3);
        assertEquals(0, position());
        read(3);
        admin.deleteTopics(Set.of(topic)).all().get();
        create();
        write(5);
        assertEquals(0, position());
        assertEquals(Map.of(), offsets.next(topic));
        assertEquals(1, startsOver("made_anew"));
        read(1);
        assertEquals(1, position());
        assertEquals(1, startsOver("made_anew"));
    }

    @Test
    void partitionThatEndsBeforeItsRowsDoIsReadFromItsStart()
            throws ExecutionException, InterruptedException {
        write(3);
        read(4);
        assertEquals(0, position());
        assertEquals(1, startsOver("cut_short"));
    }

    private long position() {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        KafkaSettings.of(config),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            new StoredOffsets(offsets, new TopicIds(config), meters)
                    .onPartitionsAssigned(consumer, List.of(partition));
            return consumer.position(partition);
        }
    }

    private double startsOver(String cause) {
        return meters.counter("itinera.insights.started.over", "topic", topic, "cause", cause)
                .count();
    }

    /** As if so many records had been taken. */
    private void read(int count) {
        Batch<Transition> batch = Batch.of(topic);
        batch.skip(0, count - 1L);
        transitions.take(batch);
    }

    private void create() throws ExecutionException, InterruptedException {
        admin.createTopics(Set.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }

    private void write(int count) throws ExecutionException, InterruptedException {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        KafkaSettings.of(config),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            for (int at = 0; at < count; at++) {
                producer.send(new ProducerRecord<>(topic, new byte[] {1})).get();
            }
        }
    }
}
