package io.itinera.stack.testing;

import io.itinera.stack.process.Directories;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Real servers for a {@code @QuarkusTest}: names of its own on them (topic prefix, database,
 * application id), given to the application as configuration and taken away at the end. The
 * argument {@code needs} says which servers, for example {@code kafka,postgres}; without it, all
 * but Keycloak.
 */
public final class StackResource implements QuarkusTestResourceLifecycleManager {

    private Set<ServerName> needs = EnumSet.complementOf(EnumSet.of(ServerName.KEYCLOAK));
    private final OwnNames names = OwnNames.random();
    private @Nullable StackAddresses stack;
    private @Nullable Path data;

    @Override
    public void init(Map<String, String> arguments) {
        String named = arguments.get("needs");
        if (named != null) {
            needs = ServerName.parse(named);
        }
    }

    @Override
    public Map<String, String> start() {
        StackAddresses addresses = TestStack.attach(needs);
        stack = addresses;
        try {
            data = Files.createTempDirectory("itinera-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> config = new HashMap<>();
        config.put("itinera.data-dir", data.resolve("data").toString());
        for (ServerName need : needs) {
            config.putAll(configuration(need, addresses, data));
        }
        return config;
    }

    private Map<String, String> configuration(
            ServerName server, StackAddresses addresses, Path directory) {
        return switch (server) {
            case KAFKA -> kafka(required(addresses.kafka()), directory);
            case POSTGRES -> {
                names.createDatabase(addresses);
                yield postgres(required(addresses.postgres()));
            }
            case REDIS -> Map.of("quarkus.redis.hosts", required(addresses.redis()).url());
            case INBOX -> inbox(required(addresses.inbox()));
            case KEYCLOAK -> keycloak(required(addresses.keycloak()));
        };
    }

    private Map<String, String> kafka(StackAddresses.Kafka kafka, Path directory) {
        String state = directory.resolve("state").toString();
        return Map.of(
                "kafka.bootstrap.servers", kafka.bootstrapServers(),
                "itinera.topics.prefix", names.topicPrefix(),
                "quarkus.kafka-streams.bootstrap-servers", kafka.bootstrapServers(),
                "quarkus.kafka-streams.application-id", names.applicationId(),
                "kafka-streams.state.dir", state);
    }

    private Map<String, String> postgres(StackAddresses.Postgres postgres) {
        return Map.of(
                "quarkus.datasource.jdbc.url", postgres.jdbcUrl(names.database()),
                "quarkus.datasource.reactive.url", postgres.reactiveUrl(names.database()),
                "quarkus.datasource.username", postgres.user(),
                "quarkus.datasource.password", postgres.password());
    }

    private static Map<String, String> inbox(StackAddresses.Inbox inbox) {
        String port = Integer.toString(inbox.smtpPort());
        return Map.of(
                "itinera.inbox.url", inbox.url(),
                "itinera.smtp.host", inbox.smtpHost(),
                "itinera.smtp.port", port,
                "quarkus.mailer.host", inbox.smtpHost(),
                "quarkus.mailer.port", port);
    }

    private static Map<String, String> keycloak(StackAddresses.Keycloak keycloak) {
        return Map.of(
                "quarkus.oidc.auth-server-url", keycloak.issuer(),
                "quarkus.oidc.client-id", keycloak.clientId(),
                "quarkus.oidc.credentials.secret", keycloak.clientSecret());
    }

    private static <T> T required(@Nullable T server) {
        return Objects.requireNonNull(server, "attach() returned without a server asked for");
    }

    @Override
    public void stop() {
        if (stack != null) {
            if (needs.contains(ServerName.KAFKA)) {
                names.deleteTopics(stack);
            }
            if (needs.contains(ServerName.POSTGRES)) {
                names.dropDatabase(stack);
            }
        }
        if (data != null) {
            try {
                Directories.delete(data);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
