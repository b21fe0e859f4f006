package io.itinera.journeys.domain;

import io.itinera.contracts.Frozen;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that an enrollment gathered.
 *
 * @param id the value that tells it from others; absent when the event did not say
 * @param properties the properties of the event that added it
 */
public record Item(@Nullable String id, Map<String, Object> properties) {
    public Item {
        properties = Frozen.map(properties);
    }
}
