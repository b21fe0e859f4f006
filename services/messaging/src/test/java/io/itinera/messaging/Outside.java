package io.itinera.messaging;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.lessThan;

import io.itinera.contracts.Keys;
import io.itinera.contracts.Topics;
import io.itinera.contracts.messages.MessageCommand;
import io.itinera.contracts.settings.Workspace;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.topics.KafkaSettings;
import io.itinera.kit.topics.TopicNames;
import io.itinera.kit.trace.Traces;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The world around messaging: journeys and the gateway on Kafka, and the customers' inbox. */
@Singleton
class Outside {
    static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private static final JsonCodec<MessageCommand> COMMANDS = JsonCodec.of(MessageCommand.class);
    private static final JsonCodec<Workspace> WORKSPACES = JsonCodec.of(Workspace.class);

    private final Map<String, Object> kafka;
    private final TopicNames names;
    private final String inbox;
    private final KafkaProducer<byte[], byte[]> producer;

    @Inject
    Outside(
            Config config,
            TopicNames names,
            @ConfigProperty(name = "itinera.inbox.url") String inbox) {
        this.kafka = KafkaSettings.of(config);
        this.names = names;
        this.inbox = inbox;
        this.producer =
                new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer());
    }

    void stop(@Observes ShutdownEvent event) {
        producer.close();
    }

    void publish(Workspace workspace) {
        write(Topics.WORKSPACES, workspace.id(), WORKSPACES.write(workspace));
    }

    void ask(MessageCommand command) {
        write(
                Topics.MESSAGES,
                Keys.customer(command.workspace(), command.customer()),
                COMMANDS.write(command));
    }

    void write(String topic, String key, byte[] value) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(names.of(topic), key.getBytes(StandardCharsets.UTF_8), value);
        record.headers().add(Traces.HEADER, TRACE.getBytes(StandardCharsets.US_ASCII));
        var _ = producer.send(record);
        producer.flush();
    }

    /** What stands on a topic under this key, once there is enough of it. */
    <T> List<T> told(String topic, String key, JsonCodec<T> codec, Predicate<List<T>> enough) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> read(topic, key).stream().map(r -> codec.read(r.value())).toList(),
                        enough);
    }

    List<ConsumerRecord<byte[], byte[]>> read(String topic, String key) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all =
                    consumer.partitionsFor(names.of(topic)).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
            return found.stream()
                    .filter(r -> r.key() != null)
                    .filter(r -> key.equals(new String(r.key(), StandardCharsets.UTF_8)))
                    .toList();
        }
    }

    /** What arrived at an address, in order. */
    List<Map<String, Object>> mails(String to) {
        return given().baseUri(inbox)
                .queryParam("to", to)
                .get("/api/mails")
                .jsonPath()
                .getList("$");
    }

    /** Mail to an address, once there are so many. */
    List<Map<String, Object>> mails(String to, int count) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> mails(to), found -> found.size() == count);
    }

    void mailServerBehaves() {
        behaviour("{}");
    }

    void mailServerIsFull() {
        behaviour("{\"rejectAfter\":0}");
    }

    /** It stores a mail at once, and says so only after this. */
    void mailServerIsSlow(Duration answer) {
        behaviour("{\"delayMs\":" + answer.toMillis() + "}");
    }

    void mailServerDropsTheConnectionAfterData() {
        behaviour("{\"dropConnectionAfterData\":true}");
    }

    private void behaviour(String json) {
        given().baseUri(inbox)
                .contentType("application/json")
                .body(json)
                .put("/api/behaviour")
                .then()
                .statusCode(lessThan(300));
    }
}
