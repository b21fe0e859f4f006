package io.itinera.messaging.domain.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one gate said of one message.
 *
 * @param gate the gate
 * @param verdict what it said
 * @param reason why, as a code; absent when there is nothing to explain
 * @param at when
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Verdict(Gate gate, Ruling verdict, @Nullable String reason, Instant at) {

    /** What a gate can say. */
    public enum Ruling {
        /** The message goes on to the next gate. */
        @JsonProperty("passed")
        PASSED("passed"),
        /** The message does not leave. */
        @JsonProperty("stopped")
        STOPPED("stopped"),
        /** The gate would have stopped it, but it had left. */
        @JsonProperty("late")
        LATE("late");

        private final String wire;

        Ruling(String wire) {
            this.wire = wire;
        }

        /** As it is called in transitions. */
        public String wire() {
            return wire;
        }
    }

    /** True when the other says the same, whenever it said it. */
    boolean agrees(Verdict other) {
        return gate == other.gate
                && verdict == other.verdict
                && Objects.equals(reason, other.reason);
    }
}
