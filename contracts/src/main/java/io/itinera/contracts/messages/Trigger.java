package io.itinera.contracts.messages;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.contracts.Frozen;
import io.itinera.contracts.Wire;
import java.time.Instant;
import java.util.Map;

/**
 * The event that started an enrollment, as far as conditions and templates need it.
 *
 * @param event the event's id
 * @param name its name
 * @param properties its properties
 * @param occurredAt when it happened
 */
@Wire
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Trigger(
        String event, String name, Map<String, Object> properties, Instant occurredAt) {
    public Trigger {
        properties = Frozen.map(properties);
    }
}
