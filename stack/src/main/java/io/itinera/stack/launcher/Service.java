package io.itinera.stack.launcher;

import java.util.List;
import java.util.Set;

/**
 * An instance of a service of Itinera as the launcher knows it.
 *
 * @param name of the instance; the first one's is the service's
 * @param service which its instances are; its database and its consumer groups have this name
 * @param directory of its module, below the project
 * @param heap what it may keep
 */
record Service(
        String name, String service, String directory, PortName port, Heap heap, Set<Need> needs) {

    /** Megabytes. */
    record Heap(int first, int most) {
        private static final int SMALL = 32;

        static Heap growingTo(int most) {
            return new Heap(SMALL, most);
        }

        /**
         * All of it at once, for who makes much that is soon forgotten: the larger the space for
         * what is new, the less of it has to be looked through. It is taken from the machine only
         * when it is used.
         */
        static Heap whole(int most) {
            return new Heap(most, most);
        }
    }

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

    /** The only instance, or the first. */
    private Service(String name, String directory, PortName port, Heap heap, Set<Need> needs) {
        this(name, name, directory, port, heap, needs);
    }

    /** One more instance, with a port and data of its own. */
    private Service second(PortName itsPort) {
        return new Service(service + "-2", service, directory, itsPort, heap, needs);
    }

    static final Service COLLECTOR =
            new Service(
                    "collector",
                    "services/collector",
                    PortName.COLLECTOR,
                    Heap.whole(256),
                    Set.of(Need.KAFKA, Need.POSTGRES, Need.REDIS));

    static final Service SEGMENTATION =
            new Service(
                    "segmentation",
                    "services/segmentation",
                    PortName.SEGMENTATION,
                    Heap.whole(384),
                    Set.of(Need.KAFKA, Need.STREAMS, Need.POSTGRES));

    static final Service JOURNEYS =
            new Service(
                    "journeys",
                    "services/journeys",
                    PortName.JOURNEYS,
                    Heap.growingTo(384),
                    Set.of(Need.KAFKA, Need.STREAMS, Need.POSTGRES));

    static final Service MESSAGING =
            new Service(
                    "messaging",
                    "services/messaging",
                    PortName.MESSAGING,
                    Heap.growingTo(256),
                    Set.of(Need.KAFKA, Need.POSTGRES, Need.INBOX));

    static final Service INSIGHTS =
            new Service(
                    "insights",
                    "services/insights",
                    PortName.INSIGHTS,
                    Heap.growingTo(384),
                    Set.of(Need.KAFKA));

    static final Service GATEWAY =
            new Service(
                    "gateway",
                    "gateway",
                    PortName.GATEWAY,
                    Heap.growingTo(256),
                    Set.of(Need.KAFKA, Need.POSTGRES, Need.REDIS, Need.KEYCLOAK));

    static final List<Service> ALL =
            List.of(COLLECTOR, SEGMENTATION, JOURNEYS, MESSAGING, INSIGHTS, GATEWAY);

    /**
     * Second instances of those that share their partitions out among instances: started by name,
     * never with the others.
     */
    static final List<Service> SECONDS =
            List.of(
                    SEGMENTATION.second(PortName.SEGMENTATION_2),
                    JOURNEYS.second(PortName.JOURNEYS_2));
}
