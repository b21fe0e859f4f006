package io.itinera.gateway.api.proxy;

import io.itinera.gateway.domain.Service;
import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** Where the services are. */
@ConfigMapping(prefix = "itinera.services")
public interface ServiceSettings {
    /** Address of the collector, such as {@code http://collector:8080}. */
    URI collector();

    /** Address of segmentation. */
    URI segmentation();

    /** Address of journeys. */
    URI journeys();

    /** Address of messaging. */
    URI messaging();

    /** Address of insights. */
    URI insights();

    /** The address of this service. */
    default URI of(Service service) {
        return switch (service) {
            case COLLECTOR -> collector();
            case SEGMENTATION -> segmentation();
            case JOURNEYS -> journeys();
            case MESSAGING -> messaging();
            case INSIGHTS -> insights();
        };
    }
}
