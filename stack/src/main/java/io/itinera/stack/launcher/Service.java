package io.itinera.stack.launcher;

import java.util.List;
import java.util.Set;

/**
 * A service of Itinera as the launcher knows it.
 *
 * @param directory of its module, below the project
 * @param heapMb most it may keep
 */
record Service(String name, String directory, PortName port, int heapMb, Set<Need> needs) {

    /** What a service stands on; each comes with its part of the environment. */
    enum Need {
        KAFKA,
        STREAMS,
        POSTGRES,
        REDIS,
        KEYCLOAK,
        INBOX
    }

    Service {
        needs = Set.copyOf(needs);
    }

    static final Service COLLECTOR =
            new Service(
                    "collector",
                    "services/collector",
                    PortName.COLLECTOR,
                    256,
                    Set.of(Need.KAFKA, Need.POSTGRES, Need.REDIS));

    static final Service SEGMENTATION =
            new Service(
                    "segmentation",
                    "services/segmentation",
                    PortName.SEGMENTATION,
                    384,
                    Set.of(Need.KAFKA, Need.STREAMS, Need.POSTGRES));

    static final Service JOURNEYS =
            new Service(
                    "journeys",
                    "services/journeys",
                    PortName.JOURNEYS,
                    384,
                    Set.of(Need.KAFKA, Need.STREAMS, Need.POSTGRES));

    static final Service MESSAGING =
            new Service(
                    "messaging",
                    "services/messaging",
                    PortName.MESSAGING,
                    256,
                    Set.of(Need.KAFKA, Need.POSTGRES, Need.INBOX));

    static final Service INSIGHTS =
            new Service(
                    "insights", "services/insights", PortName.INSIGHTS, 384, Set.of(Need.KAFKA));

    static final Service GATEWAY =
            new Service(
                    "gateway",
                    "gateway",
                    PortName.GATEWAY,
                    256,
                    Set.of(Need.KAFKA, Need.POSTGRES, Need.REDIS, Need.KEYCLOAK));

    static final List<Service> ALL =
            List.of(COLLECTOR, SEGMENTATION, JOURNEYS, MESSAGING, INSIGHTS, GATEWAY);
}
