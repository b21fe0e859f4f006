package io.itinera.stack.launcher;

import io.itinera.stack.server.Durability;
import io.itinera.stack.server.InboxServer;
import io.itinera.stack.server.KafkaServer;
import io.itinera.stack.server.KeycloakServer;
import io.itinera.stack.server.PostgresServer;
import io.itinera.stack.server.RedisServer;
import io.itinera.stack.server.Server;
import java.util.List;

/** The servers of one Itinera, slowest to start first. */
record Servers(
        KeycloakServer keycloak,
        KafkaServer kafka,
        PostgresServer postgres,
        InboxServer inbox,
        RedisServer redis) {

    static Servers of(Settings settings) {
        Ports ports = settings.ports();
        List<String> databases =
                Service.ALL.stream()
                        .filter(it -> it.needs().contains(Service.Need.POSTGRES))
                        .map(Service::name)
                        .toList();
        return new Servers(
                new KeycloakServer(
                        ports.of(PortName.KEYCLOAK), settings.secrets().oidcClientSecret()),
                new KafkaServer(ports.of(PortName.KAFKA), ports.of(PortName.KAFKA_CONTROLLER)),
                new PostgresServer(
                        ports.of(PortName.POSTGRES),
                        settings.secrets().databasePassword(),
                        Durability.KEPT,
                        databases),
                new InboxServer(ports.of(PortName.INBOX), ports.of(PortName.INBOX_SMTP)),
                new RedisServer(ports.of(PortName.REDIS), Durability.KEPT));
    }

    List<Server> all() {
        return List.of(keycloak, kafka, postgres, inbox, redis);
    }
}
