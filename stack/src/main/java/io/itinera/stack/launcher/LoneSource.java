package io.itinera.stack.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.itinera.stack.demo.DemoWorkspace;
import io.itinera.stack.server.Probe;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** A source of a workspace that nobody made on the page, told to the collector by its topic. */
final class LoneSource {

    private static final String TOPIC = "itinera.sources";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private LoneSource() {}

    /**
     * Publishes it and waits until the collector takes its key.
     *
     * @param bootstrapServers where the topic is
     * @param collector the collector's base URL
     */
    static DemoWorkspace publish(String bootstrapServers, String collector)
            throws InterruptedException {
        String workspace = UUID.randomUUID().toString();
        String writeKey = UUID.randomUUID().toString();
        write(bootstrapServers, workspace, writeKey);
        URI known = URI.create(collector + "/v1/projects/" + writeKey + "/settings");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Probe.isOk(known)) {
            if (System.nanoTime() > deadline) {
                throw new Refusal("The collector does not learn of its source.");
            }
            Thread.sleep(LOOK_EVERY);
        }
        return new DemoWorkspace(workspace, writeKey, null, null);
    }

    private static void write(String bootstrapServers, String workspace, String writeKey)
            throws InterruptedException {
        Map<String, Object> settings =
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        UUID id = UUID.randomUUID();
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(
                            new ProducerRecord<>(
                                    TOPIC, workspace + "|" + id, json(id, workspace, writeKey)))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the source cannot be published", e);
        }
    }

    private static String json(UUID id, String workspace, String writeKey) {
        Map<String, Object> source =
                Map.of(
                        "id",
                        id.toString(),
                        "workspace",
                        workspace,
                        "name",
                        "Bench",
                        "keyHashes",
                        List.of(sha256(writeKey)),
                        "enabled",
                        true,
                        "historicAfter",
                        "P3D");
        try {
            return new ObjectMapper().writeValueAsString(source);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
