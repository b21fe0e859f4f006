package io.itinera.segmentation;

import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events in the workspace {@code w} that say little more than who did something. */
final class Deeds {
    private Deeds() {}

    /** Somebody did something, and it came at once. */
    static Event did(
            String id,
            @Nullable String device,
            @Nullable String user,
            Map<String, String> names,
            Map<String, Object> properties,
            Instant at) {
        return new Event(
                id,
                "w",
                EventType.track,
                "Did",
                device,
                user,
                null,
                null,
                names,
                properties,
                Map.of(),
                Map.of(),
                at,
                at,
                "s",
                false,
                Map.of());
    }
}
