package io.itinera.stack.server;

import io.itinera.stack.broker.BrokerMain;
import io.itinera.stack.process.Home;
import io.itinera.stack.process.Launch;
import io.itinera.stack.process.Readiness;
import io.itinera.stack.process.StopSignal;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** A single Kafka node in KRaft mode, broker and controller in one process. */
public record KafkaServer(int port, int controllerPort) implements Server {

    private static final List<String> JVM =
            List.of(
                    "-Xms64m",
                    "-Xmx512m",
                    "-Djava.util.logging.SimpleFormatter.format="
                            + "%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n");

    @Override
    public String name() {
        return "kafka";
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public Launch prepare(Home home) throws IOException {
        List<String> arguments =
                List.of(
                        home.data(name()).toString(),
                        Integer.toString(port),
                        Integer.toString(controllerPort));
        List<String> command = JavaCommand.ofMain(home.project(), BrokerMain.class, JVM, arguments);
        return new Launch(
                name(), command, Map.of(), StopSignal.TERM, List.of(port, controllerPort));
    }

    @Override
    public Readiness readiness() {
        return () -> Probe.accepts(port) && answers();
    }

    private boolean answers() {
        try (Admin admin =
                Admin.create(
                        Map.of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrapServers(),
                                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                                5000,
                                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                                5000))) {
            return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
