package io.itinera.collector.topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.collector.domain.QuarantineFilter;
import io.itinera.collector.plan.QuarantineLog.Found;
import io.itinera.contracts.quarantine.Quarantined;
import io.itinera.kit.records.JsonCodec;
import io.itinera.stack.testing.ServerName;
import io.itinera.stack.testing.TestStack;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class BackwardSearchTest {
    private static final JsonCodec<Quarantined> CODEC = JsonCodec.of(Quarantined.class);
    private static final QuarantineFilter ALL = new QuarantineFilter(null, null, null, null, null);
    private static final BackwardSearch.Budget TWO_RECORDS =
            new BackwardSearch.Budget(50, 2, Duration.ofMinutes(1));

    private final String topic = "quarantine-" + UUID.randomUUID();
    private final Map<String, Object> kafka =
            Map.of(
                    "bootstrap.servers",
                    TestStack.attach(EnumSet.of(ServerName.KAFKA)).kafka().bootstrapServers());

    @Test
    void floodOfAnotherWorkspaceUsesUpNothing() throws Exception {
        List<String> workspaces = new ArrayList<>();
        workspaces.addAll(List.of("quiet", "quiet", "quiet"));
        for (int n = 0; n < 500; n++) {
            workspaces.add("loud");
        }
        put(workspaces);
        Found found = find();
        assertEquals(
                List.of("reason-1", "reason-2"),
                found.entries().stream().map(it -> it.record().reason()).sorted().toList());
    }

    private Found find() {
        try (QuarantineConsumer consumer =
                new QuarantineConsumer(
                        new KafkaConsumer<>(
                                kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                        topic)) {
            return new BackwardSearch(consumer, "quiet", ALL, TWO_RECORDS, InstantSource.system())
                    .find(null, 10);
        }
    }

    /** One a millisecond, in this order. */
    private void put(List<String> workspaces) throws Exception {
        try (Admin admin = Admin.create(kafka);
                KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(
                                kafka, new ByteArraySerializer(), new ByteArraySerializer())) {
            admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
            Instant begin = Instant.now();
            for (int n = 0; n < workspaces.size(); n++) {
                Future<RecordMetadata> _ =
                        producer.send(record(workspaces.get(n), n, begin.plusMillis(n)));
            }
            producer.flush();
        }
    }

    private ProducerRecord<byte[], byte[]> record(String workspace, int number, Instant at) {
        Quarantined value =
                new Quarantined(
                        "collector",
                        null,
                        null,
                        null,
                        workspace,
                        null,
                        "reason-" + number,
                        "",
                        at,
                        null,
                        "",
                        null);
        return new ProducerRecord<>(
                topic, null, at.toEpochMilli(), workspace.getBytes(UTF_8), CODEC.write(value));
    }
}
