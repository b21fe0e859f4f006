package io.itinera.contracts.condition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.itinera.contracts.Wire;
import java.util.Map;

/** What a test compares with: a value as written, or a property of the event that triggered. */
@Wire
public sealed interface Operand {

    /** A text, a number or a truth value. */
    record Literal(@JsonValue Object value) implements Operand {}

    /**
     * The value that the triggering event has under this name; on the wire {@code {"trigger":
     * "cart_id"}}.
     */
    record TriggerProperty(String name) implements Operand {
        @JsonValue
        Map<String, String> json() {
            return Map.of("trigger", name);
        }
    }

    /**
     * Reads an operand from its JSON value.
     *
     * @throws IllegalArgumentException when it is null, a list, or an object other than {@code
     *     {"trigger": name}}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Operand of(Object json) {
        return switch (json) {
            case String text -> new Literal(text);
            case Number number -> new Literal(number);
            case Boolean truth -> new Literal(truth);
            case Map<?, ?> map when map.size() == 1 && map.get("trigger") instanceof String name ->
                    new TriggerProperty(name);
            case null, default ->
                    throw new IllegalArgumentException(
                            "an operand is a text, a number, true, false or {\"trigger\": name}, not "
                                    + json);
        };
    }
}
