package io.itinera.stack.launcher;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.itinera.stack.demo.DemoWorkspace;
import io.itinera.stack.process.Home;
import io.itinera.stack.server.KeycloakServer;
import io.itinera.stack.server.PostgresServer;
import io.itinera.stack.testing.StackAddresses;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that another program needs in order to work with a running Itinera: what is in {@code
 * stack.json} while it runs. The servers have the names that {@link StackAddresses} gives them.
 *
 * @param pid of the launcher
 * @param command that runs the launcher on this Itinera; a subcommand follows it, such as {@code
 *     restart --kill journeys}
 * @param services base URL of each service
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Coordinates(
        long pid,
        String home,
        List<String> command,
        Map<String, String> services,
        StackAddresses.Kafka kafka,
        StackAddresses.Postgres postgres,
        StackAddresses.Redis redis,
        StackAddresses.Inbox inbox,
        StackAddresses.Keycloak keycloak,
        Workspace workspace,
        Login login) {

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** Of the realm that Keycloak is started with. */
    static final Login OWNER = new Login("demo", "demo");

    /** The workspace that the first start made, and the key that events for it are sent with. */
    public record Workspace(String id, String writeKey) {}

    /** Who may sign in as the workspace's owner. */
    public record Login(String user, String password) {}

    public Coordinates {
        command = List.copyOf(command);
        services = Map.copyOf(services);
    }

    static Coordinates of(Settings settings, DemoWorkspace workspace) {
        Servers servers = Servers.of(settings);
        Map<String, String> services = new LinkedHashMap<>();
        Service.ALL.forEach(it -> services.put(it.name(), settings.url(it.port())));
        return new Coordinates(
                ProcessHandle.current().pid(),
                settings.home().directory().toString(),
                ownCommand(settings.home()),
                services,
                new StackAddresses.Kafka(servers.kafka().bootstrapServers()),
                new StackAddresses.Postgres(
                        "127.0.0.1",
                        servers.postgres().port(),
                        PostgresServer.USER,
                        servers.postgres().password()),
                new StackAddresses.Redis(servers.redis().url()),
                new StackAddresses.Inbox(
                        servers.inbox().url(), "127.0.0.1", servers.inbox().smtpPort()),
                new StackAddresses.Keycloak(
                        servers.keycloak().issuer(),
                        KeycloakServer.CLIENT,
                        servers.keycloak().clientSecret()),
                new Workspace(workspace.id(), workspace.writeKey()),
                OWNER);
    }

    /** Where the coordinates of a running Itinera stand. */
    static Path file(Home home) {
        return home.directory().resolve("stack.json");
    }

    void write(Home home) throws IOException {
        PrivateFile.write(
                file(home), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
    }

    /** Those of the Itinera that runs in this home; empty while it does not, or is starting. */
    static Optional<Coordinates> read(Home home) throws IOException {
        Path file = file(home);
        return Files.exists(file)
                ? Optional.of(JSON.readValue(file.toFile(), Coordinates.class))
                : Optional.empty();
    }

    String json() throws IOException {
        return JSON.writeValueAsString(this);
    }

    static List<String> ownCommand(Home home) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Itinera.class.getName(), "--home", home.directory().toString()));
        return List.copyOf(command);
    }
}
