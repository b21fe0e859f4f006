package io.itinera.segmentation.store;

import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.itinera.segmentation.domain.customer.Entry;
import io.itinera.segmentation.domain.customer.Happening;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Lines of a timeline. */
final class Lines {
    static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    static final UUID ANN = new UUID(-7, 7);

    static Entry entry(String id, String name, Instant at) {
        return new Entry(
                ANN,
                new Happening.Did(
                        new Event(
                                id,
                                "w",
                                EventType.track,
                                name,
                                null,
                                "ann",
                                null,
                                null,
                                Map.of(),
                                Map.of("id", id),
                                Map.of(),
                                Map.of(),
                                at,
                                at,
                                "s",
                                false,
                                Map.of())));
    }

    private Lines() {}
}
