package io.itinera.contracts.condition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.itinera.contracts.Wire;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;

/**
 * A moment that a test compares with: one that stands, one that moves with time, or one that the
 * triggering event names.
 */
@Wire
public sealed interface Moment {

    /** A date, or a date with a time, as ISO-8601 writes them; in UTC where it names no zone. */
    record At(@JsonValue String text) implements Moment {}

    /** So long before now; on the wire {@code {"ago": "P30D"}}. */
    record Ago(Duration length) implements Moment {
        @JsonValue
        Map<String, String> json() {
            return Map.of("ago", length.toString());
        }
    }

    /** So long after now; on the wire {@code {"ahead": "P7D"}}. */
    record Ahead(Duration length) implements Moment {
        @JsonValue
        Map<String, String> json() {
            return Map.of("ahead", length.toString());
        }
    }

    /**
     * The moment that the triggering event has under this name; on the wire {@code {"trigger":
     * "due_at"}}.
     */
    record TriggerProperty(String name) implements Moment {
        @JsonValue
        Map<String, String> json() {
            return Map.of("trigger", name);
        }
    }

    /**
     * Reads a moment from its JSON value.
     *
     * @throws IllegalArgumentException when it is none
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Moment of(Object json) {
        return switch (json) {
            case String text -> new At(text);
            case Map<?, ?> map when map.size() == 1 && map.get("ago") instanceof String length ->
                    new Ago(duration(length));
            case Map<?, ?> map when map.size() == 1 && map.get("ahead") instanceof String length ->
                    new Ahead(duration(length));
            case Map<?, ?> map when map.size() == 1 && map.get("trigger") instanceof String name ->
                    new TriggerProperty(name);
            case null, default ->
                    throw new IllegalArgumentException(
                            "a moment is a date, {\"ago\": length}, {\"ahead\": length} or"
                                    + " {\"trigger\": name}, not "
                                    + json);
        };
    }

    private static Duration duration(String length) {
        try {
            return Duration.parse(length);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("a length of time is not " + length, e);
        }
    }
}
