package io.itinera.loadtests.bench;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.tools.ProducerPerformance;

/**
 * Kafka's own producer benchmark on a topic like that of events; once for each line that it is
 * told, which is the number of records.
 */
public final class ProducerBenchmark {
    private static final String TOPIC = "bench-producer";
    private static final int PARTITIONS = 8;

    private ProducerBenchmark() {}

    /** Takes the bootstrap servers and the payload file. */
    public static void main(String[] arguments) throws Exception {
        createTopic(arguments[0]);
        IO.println("ready");
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String records = in.readLine(); records != null; records = in.readLine()) {
            ProducerPerformance.main(options(arguments[0], arguments[1], records));
            IO.println("done");
        }
    }

    private static String[] options(String bootstrapServers, String payloads, String records) {
        return new String[] {
            "--topic",
            TOPIC,
            "--num-records",
            records,
            "--payload-file",
            payloads,
            "--throughput",
            "-1",
            "--producer-props",
            "bootstrap.servers=" + bootstrapServers,
            "acks=all",
            "linger.ms=5",
            "batch.size=131072",
            "compression.type=lz4"
        };
    }

    private static void createTopic(String bootstrapServers)
            throws InterruptedException, ExecutionException {
        Map<String, Object> settings =
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (Admin admin = Admin.create(settings)) {
            admin.createTopics(Set.of(new NewTopic(TOPIC, PARTITIONS, (short) 1))).all().get();
        }
    }
}
