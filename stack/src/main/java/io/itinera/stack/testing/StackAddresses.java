package io.itinera.stack.testing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the servers of a running stack listen. A server that the stack does not run is null.
 *
 * @param pid of the process that ends the stack when it ends
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StackAddresses(
        long pid,
        @Nullable Kafka kafka,
        @Nullable Postgres postgres,
        @Nullable Redis redis,
        @Nullable Inbox inbox,
        @Nullable Keycloak keycloak) {

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** {@code bootstrapServers} as Kafka's clients want it. */
    public record Kafka(String bootstrapServers) {}

    /** The user may create databases. */
    public record Postgres(String host, int port, String user, String password) {

        public String jdbcUrl(String database) {
            return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
        }

        public String reactiveUrl(String database) {
            return "postgresql://%s:%d/%s".formatted(host, port, database);
        }
    }

    /** {@code redis://host:port}. */
    public record Redis(String url) {}

    /** The page and the API over HTTP, and where mail is taken. */
    public record Inbox(String url, String smtpHost, int smtpPort) {}

    /** The issuer, which is what OpenID Connect clients are configured with, and one client. */
    public record Keycloak(String issuer, String clientId, String clientSecret) {}

    /** These servers, and those of the other where this one has none. */
    StackAddresses or(StackAddresses other) {
        return new StackAddresses(
                pid,
                kafka == null ? other.kafka : kafka,
                postgres == null ? other.postgres : postgres,
                redis == null ? other.redis : redis,
                inbox == null ? other.inbox : inbox,
                keycloak == null ? other.keycloak : keycloak);
    }

    /** These servers and no others. */
    StackAddresses only(Set<ServerName> wanted) {
        return new StackAddresses(
                pid,
                wanted.contains(ServerName.KAFKA) ? kafka : null,
                wanted.contains(ServerName.POSTGRES) ? postgres : null,
                wanted.contains(ServerName.REDIS) ? redis : null,
                wanted.contains(ServerName.INBOX) ? inbox : null,
                wanted.contains(ServerName.KEYCLOAK) ? keycloak : null);
    }

    boolean has(ServerName name) {
        return switch (name) {
            case KAFKA -> kafka != null;
            case POSTGRES -> postgres != null;
            case REDIS -> redis != null;
            case INBOX -> inbox != null;
            case KEYCLOAK -> keycloak != null;
        };
    }

    /** The addresses in a file, if the process that wrote them still runs. */
    static Optional<StackAddresses> readLive(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            StackAddresses read = JSON.readValue(file.toFile(), StackAddresses.class);
            return Optional.of(read)
                    .filter(
                            it ->
                                    ProcessHandle.of(it.pid())
                                            .filter(ProcessHandle::isAlive)
                                            .isPresent());
        } catch (IOException e) {
            throw new UncheckedIOException("Not a stack's addresses: " + file, e);
        }
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
