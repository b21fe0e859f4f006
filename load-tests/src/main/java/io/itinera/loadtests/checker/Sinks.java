package io.itinera.loadtests.checker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.itinera.loadtests.ledger.Payloads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The topics, from where they ended when this was made: what came since, and nothing that a
 * transaction took back.
 */
public final class Sinks implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int PARTITION_BYTES = 4 << 20;

    private final Topics topics;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions = new ArrayList<>();
    private final Map<TopicPartition, Long> begins = new HashMap<>();

    /** The names of the three topics. */
    public record Topics(String events, String activity, String quarantine) {
        /** With what every name of an installation begins with. */
        public static Topics of(String prefix) {
            return new Topics(prefix + "events", prefix + "activity", prefix + "quarantine");
        }

        private List<String> within(Reach reach) {
            return switch (reach) {
                case EVENTS -> List.of(events, quarantine);
                case ACTIVITY -> List.of(events, activity, quarantine);
            };
        }
    }

    /** Those of this Kafka that lie so far, from now on. */
    public static Sinks fromNowOn(String bootstrapServers, Topics topics, Reach reach) {
        return new Sinks(bootstrapServers, topics, reach);
    }

    private Sinks(String bootstrapServers, Topics topics, Reach reach) {
        this.topics = topics;
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_BYTES);
        this.consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        for (String topic : topics.within(reach)) {
            consumer.partitionsFor(topic)
                    .forEach(each -> partitions.add(new TopicPartition(topic, each.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(each -> begins.put(each, consumer.position(each)));
    }

    /** Goes back to where this began, to tell another audit all of it. */
    public void again() {
        begins.forEach(consumer::seek);
    }

    /** Tells the audit what came since the last time, and how many records that were. */
    public long tell(Audit audit) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        long told = 0;
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
                told++;
                tell(audit, each);
            }
        }
        return told;
    }

    private void tell(Audit audit, ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(topics.events()) && !audit.judges(key(record))) {
            return;
        }
        try {
            JsonNode json = JSON.readTree(record.value());
            if (record.topic().equals(topics.events())) {
                event(record, json, audit::onEvents, "");
            } else if (record.topic().equals(topics.quarantine())) {
                audit.onQuarantine(aside(json));
            } else {
                String person = json.path("customer").asText();
                event(record, json.path("event"), audit::onActivity, person);
            }
        } catch (IOException e) {
            throw new IllegalStateException(
                    "%s holds what is no JSON".formatted(record.topic()), e);
        }
    }

    /** Ticks and what has no event pass by. */
    private static void event(
            ConsumerRecord<byte[], byte[]> record,
            JsonNode event,
            Consumer<Sighting> audit,
            String person) {
        if (!event.has("id") || !event.has("type")) {
            return;
        }
        String device = event.path("anonymousId").asText();
        String customer =
                device.isEmpty() ? "user|" + event.path("userId").asText() : "anonymous|" + device;
        audit.accept(
                new Sighting(
                        event.path("id").asText(),
                        event.path("workspace").asText(),
                        event.path("source").asText(),
                        customer,
                        person,
                        Payloads.hash(event),
                        times(event),
                        slot(record)));
    }

    private static Sighting.Times times(JsonNode event) {
        return new Sighting.Times(
                millis(event.path("occurredAt").asText()),
                millis(event.path("receivedAt").asText()),
                event.path("historic").asBoolean());
    }

    /** What is no time is none that anybody sent. */
    private static long millis(String time) {
        try {
            return Instant.parse(time).toEpochMilli();
        } catch (DateTimeException none) {
            return Long.MIN_VALUE;
        }
    }

    private static Sighting.Slot slot(ConsumerRecord<byte[], byte[]> record) {
        return new Sighting.Slot(key(record), record.partition(), record.timestamp());
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        byte[] key = record.key();
        return key == null ? "" : new String(key, StandardCharsets.UTF_8);
    }

    private static Aside aside(JsonNode quarantined) {
        byte[] original = Base64.getDecoder().decode(quarantined.path("original").asText());
        String workspace = quarantined.path("workspace").asText();
        String bytesHash = Payloads.hash(original);
        try {
            JsonNode event = JSON.readTree(original);
            String id = event.path("messageId").asText(event.path("id").asText());
            return new Aside(id, workspace, bytesHash, Payloads.hash(event));
        } catch (IOException unreadable) {
            return new Aside("", workspace, bytesHash, "");
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
