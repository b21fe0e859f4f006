package io.itinera.stack.launcher;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Everything that listens, and where it would like to. */
enum PortName {
    GATEWAY(8080),
    COLLECTOR(8081),
    SEGMENTATION(8082),
    JOURNEYS(8083),
    MESSAGING(8084),
    INSIGHTS(8085),
    SEGMENTATION_2(8092),
    JOURNEYS_2(8093),
    SHOP(8090),
    KEYCLOAK(8180),
    INBOX(8025),
    INBOX_SMTP(2525),
    KAFKA(19092),
    KAFKA_CONTROLLER(19093),
    POSTGRES(15432),
    REDIS(16379);

    /** Of what is started by its name alone, so that the start of all can do without them. */
    static final Set<PortName> BY_NAME = EnumSet.of(SEGMENTATION_2, JOURNEYS_2);

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
