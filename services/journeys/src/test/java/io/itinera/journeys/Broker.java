package io.itinera.journeys;

import io.itinera.contracts.Keys;
import io.itinera.contracts.Topics;
import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityRecord;
import io.itinera.contracts.activity.ActivityTick;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.topics.TopicNames;
import io.itinera.kit.topics.TopicSpecs;
import io.itinera.kit.trace.Traces;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The topics around the service, written and read as its neighbours do. */
public final class Broker implements AutoCloseable {
    private static final JsonCodec<ActivityRecord> ACTIVITY = JsonCodec.of(ActivityRecord.class);

    private final TopicNames names;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> seen = new ArrayList<>();

    public Broker(String bootstrapServers, TopicNames names, List<String> watched) {
        this.names = names;
        producer =
                new KafkaProducer<>(
                        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrapServers,
                                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                                "read_committed"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : watched) {
            consumer.partitionsFor(names.of(topic))
                    .forEach(it -> partitions.add(new TopicPartition(it.topic(), it.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    public void activity(Activity activity, @Nullable String trace) {
        send(
                Keys.customer(activity.workspace(), activity.customer()),
                ACTIVITY.write(activity),
                activity.at(),
                trace);
    }

    public void send(String key, byte[] value, Instant at, @Nullable String trace) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(
                        names.of(Topics.ACTIVITY),
                        null,
                        at.toEpochMilli(),
                        key.getBytes(StandardCharsets.UTF_8),
                        value);
        if (trace != null) {
            record.headers().add(Traces.HEADER, trace.getBytes(StandardCharsets.US_ASCII));
        }
        tell(record);
    }

    /** A definition, as the outbox tells it. */
    public <T> void everywhere(String key, Class<T> type, T record, Instant at) {
        byte[] value = JsonCodec.of(type).write(record);
        for (int i = 0; i < TopicSpecs.of(Topics.JOURNEYS).partitions(); i++) {
            tell(
                    new ProducerRecord<>(
                            names.of(Topics.JOURNEYS),
                            i,
                            at.toEpochMilli(),
                            key.getBytes(StandardCharsets.UTF_8),
                            value));
        }
    }

    /** Time on every partition. */
    public void tick(Instant at) {
        byte[] value = ACTIVITY.write(new ActivityTick(at, Map.of()));
        for (int i = 0; i < TopicSpecs.of(Topics.ACTIVITY).partitions(); i++) {
            tell(
                    new ProducerRecord<>(
                            names.of(Topics.ACTIVITY), i, at.toEpochMilli(), null, value));
        }
    }

    private void tell(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException refused) {
            throw new IllegalStateException(refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The records of a topic so far that are about a workspace. */
    public List<ConsumerRecord<byte[], byte[]>> records(String topic, String workspace) {
        consumer.poll(Duration.ofMillis(50)).forEach(seen::add);
        return seen.stream()
                .filter(record -> record.topic().equals(names.of(topic)))
                .filter(record -> workspace.equals(Keys.workspace(record.key())))
                .toList();
    }

    public <T> List<T> read(String topic, String workspace, Class<T> type) {
        JsonCodec<T> codec = JsonCodec.of(type);
        return records(topic, workspace).stream().map(it -> codec.read(it.value())).toList();
    }

    public static String workspace() {
        return UUID.randomUUID().toString();
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
