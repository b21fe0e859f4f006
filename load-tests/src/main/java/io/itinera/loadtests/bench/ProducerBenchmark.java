package io.itinera.loadtests.bench;

import io.itinera.loadtests.measure.CpuTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.tools.ProducerPerformance;

/**
 * Kafka's own producer benchmark on a topic like that of events, with the collector's settings; in
 * a process of its own. Once to warm up, then measured: the CPU microseconds of this process and of
 * the broker are the last line that it prints.
 */
public final class ProducerBenchmark {
    private static final String TOPIC = "bench-producer";
    private static final int PARTITIONS = 8;

    private ProducerBenchmark() {}

    /**
     * Takes the bootstrap servers, the payload file, the number of records and the broker's pid.
     */
    public static void main(String[] arguments) throws Exception {
        createTopic(arguments[0]);
        String[] options = options(arguments[0], arguments[1], arguments[2]);
        List<Long> pids = List.of(ProcessHandle.current().pid(), Long.valueOf(arguments[3]));
        ProducerPerformance.main(options);
        long before = CpuTime.micros(pids);
        ProducerPerformance.main(options);
        IO.println(CpuTime.micros(pids) - before);
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
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
