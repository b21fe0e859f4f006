package io.itinera.segmentation;

import io.itinera.contracts.Identities;
import io.itinera.contracts.Keys;
import io.itinera.contracts.Topics;
import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityRecord;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.itinera.contracts.events.EventsRecord;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.topics.TopicNames;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** What stands around segmentation in a test: who writes its topics, and who reads activity. */
public final class Wire implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonCodec<EventsRecord> EVENTS = JsonCodec.of(EventsRecord.class);
    private static final JsonCodec<ActivityRecord> ACTIVITY = JsonCodec.of(ActivityRecord.class);

    private final TopicNames names;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();

    /** Reads activity, segments, quarantine and sources from their beginnings. */
    public Wire(String servers, TopicNames names) {
        this.names = names;
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", servers, "linger.ms", 0),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                servers,
                                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                                "read_committed",
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "earliest",
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                false),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic :
                List.of(
                        Topics.ACTIVITY,
                        Topics.SEGMENTS,
                        Topics.QUARANTINE,
                        Topics.SOURCES,
                        Topics.ERASURES)) {
            consumer.partitionsFor(names.of(topic))
                    .forEach(it -> partitions.add(new TopicPartition(it.topic(), it.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** An event as the collector writes it. */
    public void send(Event event) {
        send(
                Topics.EVENTS,
                Keys.identity(event.workspace(), kind(event), identity(event)),
                EVENTS.write(event));
    }

    /** Events as the collector writes them, none waiting for the one before it. */
    public void sendTogether(List<Event> events) {
        events.stream().map(this::begin).toList().forEach(Wire::finish);
    }

    private Future<RecordMetadata> begin(Event event) {
        String key = Keys.identity(event.workspace(), kind(event), identity(event));
        return producer.send(
                new ProducerRecord<>(names.of(Topics.EVENTS), utf8(key), EVENTS.write(event)));
    }

    private static String kind(Event event) {
        return event.anonymousId() == null ? Identities.USER : Identities.ANONYMOUS;
    }

    private static String identity(Event event) {
        return event.anonymousId() == null ? String.valueOf(event.userId()) : event.anonymousId();
    }

    /** Any bytes, by key. */
    public void send(String topic, String key, byte[] value) {
        write(new ProducerRecord<>(names.of(topic), utf8(key), value));
    }

    /** Any bytes with headers, by key. */
    public void send(String topic, String key, byte[] value, String header, String content) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(names.of(topic), utf8(key), value);
        record.headers().add(header, utf8(content));
        write(record);
    }

    /** Bytes to every partition, as definitions are published. */
    public void sendEverywhere(String topic, String key, byte[] value) {
        for (int i = 0; i < producer.partitionsFor(names.of(topic)).size(); i++) {
            write(new ProducerRecord<>(names.of(topic), i, utf8(key), value));
        }
    }

    private void write(ProducerRecord<byte[], byte[]> record) {
        finish(producer.send(record));
    }

    private static void finish(Future<RecordMetadata> write) {
        try {
            write.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker refused a record", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while writing", e);
        }
    }

    /** All activities of a customer so far. */
    public List<Activity> activities(UUID customer) {
        poll();
        return read.stream()
                .filter(it -> it.topic().equals(names.of(Topics.ACTIVITY)))
                .map(it -> ACTIVITY.read(it.value()))
                .filter(Activity.class::isInstance)
                .map(Activity.class::cast)
                .filter(it -> it.customer().equals(customer))
                .toList();
    }

    /** A customer's first activity that passes, once it is there. */
    public Activity await(UUID customer, Predicate<Activity> wanted) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> activities(customer).stream().filter(wanted).findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** The records of a topic that pass, once there are so many. */
    public List<ConsumerRecord<byte[], byte[]>> await(
            String topic, int count, Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> {
                            poll();
                            return read.stream()
                                    .filter(it -> it.topic().equals(names.of(topic)))
                                    .filter(wanted)
                                    .toList();
                        },
                        found -> found.size() >= count);
    }

    /** The headers of the activity of an event. */
    public Headers headersOf(String activity) {
        return await(
                        Topics.ACTIVITY,
                        1,
                        it -> new String(it.value(), StandardCharsets.UTF_8).contains(activity))
                .getFirst()
                .headers();
    }

    private void poll() {
        consumer.poll(Duration.ofMillis(50)).forEach(read::add);
    }

    /** A track of a person. */
    public static Event track(
            String workspace,
            @Nullable String anonymousId,
            @Nullable String userId,
            String name,
            Map<String, Object> properties) {
        return event(workspace, EventType.track, anonymousId, userId, null, name, properties);
    }

    /** Any event, now. */
    public static Event event(
            String workspace,
            EventType type,
            @Nullable String anonymousId,
            @Nullable String userId,
            @Nullable String previousId,
            String name,
            Map<String, Object> body) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        boolean identifies = type == EventType.identify;
        return new Event(
                UUID.randomUUID().toString(),
                workspace,
                type,
                name,
                anonymousId,
                userId,
                previousId,
                null,
                Map.of(),
                identifies ? Map.of() : body,
                identifies ? body : Map.of(),
                Map.of(),
                now,
                now,
                "test",
                false,
                Map.of());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
