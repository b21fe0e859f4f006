package io.itinera.gateway.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A service behind the gateway, with the first path segments that it answers for. */
public enum Service {
    COLLECTOR,
    SEGMENTATION,
    JOURNEYS,
    MESSAGING,
    INSIGHTS;

    /** The first path segments that this service answers for. */
    public List<String> segments() {
        return switch (this) {
            case COLLECTOR ->
                    List.of("events", "feeds", "imports", "plan", "quarantine", "webhooks");
            case SEGMENTATION ->
                    List.of(
                            "segments",
                            "customers",
                            "accounts",
                            "erasures",
                            "conditions",
                            "attributes",
                            "tags",
                            "identities",
                            "personalisation");
            case JOURNEYS -> List.of("journeys", "recipes", "enrollments");
            case MESSAGING -> List.of("templates", "catalogue", "deliveries", "consents");
            case INSIGHTS -> List.of("insights");
        };
    }

    /** The name that configuration, the internal token's audience and people use. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The service that answers for paths which start with this segment. */
    public static Optional<Service> answeringFor(String segment) {
        return Arrays.stream(values())
                .filter(service -> service.segments().contains(segment))
                .findFirst();
    }
}
