package io.itinera.contracts.condition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import io.itinera.contracts.Wire;
import java.time.Duration;

/** The stretch of time in which events count; it ends now. */
@Wire
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Window.Last.class, name = "last"),
    @JsonSubTypes.Type(value = Window.Since.class, name = "since")
})
public sealed interface Window {

    /** The last so and so long: an event counts while {@code occurredAt > now - length}. */
    record Last(@JsonValue Duration length) implements Window {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Last {
            if (length.isNegative() || length.isZero()) {
                throw new IllegalArgumentException(
                        "a window must be longer than nothing, not " + length);
            }
        }
    }

    /** From a moment in the enrollment on, itself included. */
    record Since(@JsonValue Anchor anchor) implements Window {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Since {}
    }

    /** Moments that a window can start at. */
    enum Anchor {
        /** When the triggering event occurred. */
        trigger
    }
}
