package io.itinera.stack.testing;

import io.itinera.stack.process.Child;
import io.itinera.stack.process.Directories;
import io.itinera.stack.process.FreePorts;
import io.itinera.stack.process.Home;
import io.itinera.stack.process.Leftovers;
import io.itinera.stack.server.Durability;
import io.itinera.stack.server.InboxServer;
import io.itinera.stack.server.KafkaServer;
import io.itinera.stack.server.KeycloakServer;
import io.itinera.stack.server.PostgresServer;
import io.itinera.stack.server.RedisServer;
import io.itinera.stack.server.Server;
import io.itinera.stack.server.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Servers that start empty and leave nothing. */
final class FreshStack {

    private final Home home;

    FreshStack(Home home) {
        this.home = home;
    }

    /** Starts these servers side by side and waits for all of them. */
    StackAddresses start(Set<ServerName> wanted) throws IOException, InterruptedException {
        Leftovers.end(home);
        Directories.delete(home.directory().resolve("data"));
        List<Integer> ports = new ArrayList<>(FreePorts.pick(7));
        KafkaServer kafka = new KafkaServer(ports.removeFirst(), ports.removeFirst());
        PostgresServer postgres =
                new PostgresServer(ports.removeFirst(), secret(), Durability.FLEETING, List.of());
        RedisServer redis = new RedisServer(ports.removeFirst(), Durability.FLEETING);
        InboxServer inbox = new InboxServer(ports.removeFirst(), ports.removeFirst());
        KeycloakServer keycloak = new KeycloakServer(ports.removeFirst(), secret());
        List<Server> servers =
                wanted.stream()
                        .<Server>map(
                                it ->
                                        switch (it) {
                                            case KAFKA -> kafka;
                                            case POSTGRES -> postgres;
                                            case REDIS -> redis;
                                            case INBOX -> inbox;
                                            case KEYCLOAK -> keycloak;
                                        })
                        .toList();
        Servers.startAll(home, servers);
        return new StackAddresses(
                        ProcessHandle.current().pid(),
                        new StackAddresses.Kafka(kafka.bootstrapServers()),
                        new StackAddresses.Postgres(
                                "127.0.0.1",
                                postgres.port(),
                                PostgresServer.USER,
                                postgres.password()),
                        new StackAddresses.Redis(redis.url()),
                        new StackAddresses.Inbox(inbox.url(), "127.0.0.1", inbox.smtpPort()),
                        new StackAddresses.Keycloak(
                                keycloak.issuer(), KeycloakServer.CLIENT, keycloak.clientSecret()))
                .only(wanted);
    }

    /** Kills all, for nothing here is worth the wait, and deletes their data; logs stay. */
    void stop() throws IOException, InterruptedException {
        for (ServerName name : ServerName.values()) {
            Child.find(home, name.process()).ifPresent(FreshStack::kill);
        }
        Directories.delete(home.directory().resolve("data"));
    }

    private static void kill(Child child) {
        try {
            child.kill();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String secret() {
        return UUID.randomUUID().toString();
    }
}
