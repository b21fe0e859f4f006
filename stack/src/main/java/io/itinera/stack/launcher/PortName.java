package io.itinera.stack.launcher;

import java.util.Locale;

/** Everything that listens, and where it would like to. */
enum PortName {
    GATEWAY(8080),
    COLLECTOR(8081),
    SEGMENTATION(8082),
    JOURNEYS(8083),
    MESSAGING(8084),
    INSIGHTS(8085),
    SHOP(8090),
    KEYCLOAK(8180),
    INBOX(8025),
    INBOX_SMTP(2525),
    KAFKA(19092),
    KAFKA_CONTROLLER(19093),
    POSTGRES(15432),
    REDIS(16379);

    private final int preferred;

    PortName(int preferred) {
        this.preferred = preferred;
    }

    int preferred() {
        return preferred;
    }

    /** As it stands in {@code ports.properties} and in messages. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
