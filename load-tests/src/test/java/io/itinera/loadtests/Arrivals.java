package io.itinera.loadtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What has come to the topic of events since a moment. */
final class Arrivals {
    private static final String TOPIC = "itinera.events";
    private static final Duration POLL = Duration.ofMillis(100);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Requests overtake each other, so the order of calls is not what a client promises. */
    private static final List<String> CALLS =
            List.of("identify", "track", "page", "group", "alias");

    private final String bootstrapServers;
    private final Map<TopicPartition, Long> from;

    private Arrivals(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        try (KafkaConsumer<byte[], byte[]> reader = reader()) {
            this.from = ends(reader);
        }
    }

    static Arrivals fromNowOn(Target target) {
        return new Arrivals(target.coordinates().kafka().bootstrapServers());
    }

    /** The events of a source, call by call. */
    ArrayNode of(String source) throws IOException {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode record : all()) {
            if (record.path("kind").asText().equals("event")
                    && record.path("source").asText().equals(source)) {
                found.add(record);
            }
        }
        found.sort(Comparator.comparingInt(event -> CALLS.indexOf(event.path("type").asText())));
        return JSON.createArrayNode().addAll(found);
    }

    private List<JsonNode> all() throws IOException {
        List<JsonNode> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> reader = reader()) {
            Map<TopicPartition, Long> to = ends(reader);
            reader.assign(to.keySet());
            from.forEach(reader::seek);
            while (to.entrySet().stream()
                    .anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> entry : reader.poll(POLL)) {
                    records.add(JSON.readTree(entry.value()));
                }
            }
        }
        return records;
    }

    private static Map<TopicPartition, Long> ends(KafkaConsumer<byte[], byte[]> reader) {
        List<TopicPartition> partitions =
                reader.partitionsFor(TOPIC).stream()
                        .map(it -> new TopicPartition(it.topic(), it.partition()))
                        .toList();
        return reader.endOffsets(partitions);
    }

    private KafkaConsumer<byte[], byte[]> reader() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "isolation.level",
                        "read_committed",
                        "key.deserializer",
                        ByteArrayDeserializer.class,
                        "value.deserializer",
                        ByteArrayDeserializer.class));
    }
}
