package io.itinera.stack.launcher;

import io.itinera.stack.process.Child;
import io.itinera.stack.process.Launch;
import io.itinera.stack.process.Readiness;
import io.itinera.stack.process.StopSignal;
import io.itinera.stack.server.Probe;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A program that Node runs beside the services, such as the shop of the demo. */
public final class NodePart {

    /** Node to use; else the one on the path. */
    private static final String NODE_VARIABLE = "ITINERA_NODE";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private NodePart() {}

    static String node() {
        return Optional.ofNullable(System.getenv(NODE_VARIABLE)).orElse("node");
    }

    /**
     * A program that is ready when it answers a GET of {@code readyPath} with 200.
     *
     * @param port that it will listen on, on loopback
     */
    public static Part of(
            String name, Path script, Map<String, String> environment, int port, String readyPath) {
        URI ready = URI.create("http://127.0.0.1:" + port + readyPath);
        Readiness readiness = () -> Probe.isOk(ready);
        Launch launch =
                new Launch(
                        name,
                        List.of(node(), script.toString()),
                        environment,
                        StopSignal.TERM,
                        List.of(port));
        Part.Start start =
                home -> {
                    Child child = Child.start(home, launch);
                    child.awaitReady(readiness, PATIENCE);
                    return child;
                };
        return new Part(name, Part.Kind.SHOP, Set.of(), start, readiness);
    }
}
