package io.itinera.stack.server;

import io.itinera.stack.process.Home;
import io.itinera.stack.process.Launch;
import io.itinera.stack.process.Readiness;
import io.itinera.stack.process.StopSignal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Keycloak with the realm {@value #REALM}: the people of the demo, and the client that the gateway
 * signs them in with.
 *
 * @param clientSecret of the client {@value #CLIENT}
 */
public record KeycloakServer(int port, String clientSecret) implements Server {

    public static final String REALM = "itinera";
    public static final String CLIENT = "itinera-gateway";

    /** In place of the start script's own, which choose a collector for large machines. */
    private static final String JVM_OPTIONS =
            "-Xms64m -Xmx384m -XX:MaxMetaspaceSize=256m -XX:+UseSerialGC"
                    + " -XX:TieredStopAtLevel=1 -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8";

    @Override
    public String name() {
        return "keycloak";
    }

    /** Under this name in browsers and services alike, for it stands in every token. */
    public String issuer() {
        return "http://localhost:%d/realms/%s".formatted(port, REALM);
    }

    @Override
    public Launch prepare(Home home) throws IOException, InterruptedException {
        Path own = KeycloakSoftware.layOut(home, home.data(name()));
        List<String> command = KeycloakSoftware.startCommand(own, port);
        Map<String, String> environment =
                Map.of(
                        "JAVA_HOME", System.getProperty("java.home"),
                        "JAVA_OPTS", JVM_OPTIONS,
                        "ITINERA_CLIENT_SECRET", clientSecret);
        return new Launch(name(), command, environment, StopSignal.TERM, List.of(port));
    }

    @Override
    public Readiness readiness() {
        URI discovery =
                URI.create(
                        "http://127.0.0.1:%d/realms/%s/.well-known/openid-configuration"
                                .formatted(port, REALM));
        return () -> Probe.accepts(port) && Probe.isOk(discovery);
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(6);
    }
}
