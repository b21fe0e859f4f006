package io.itinera.messaging.domain.delivery;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one gate said of one message.
 *
 * @param gate the gate
 * @param verdict what it said
 * @param reason why, as a code; absent when there is nothing to explain
 * @param at when
 */
public record Verdict(Gate gate, Ruling verdict, @Nullable String reason, Instant at) {

    /** What a gate can say. */
    public enum Ruling {
        /** The message goes on to the next gate. */
        PASSED("passed"),
        /** The message does not leave. */
        STOPPED("stopped"),
        /** The gate would have stopped it, but it had left. */
        LATE("late");

        private final String wire;

        Ruling(String wire) {
            this.wire = wire;
        }

        /** The ruling of that name. */
        public static Ruling of(String wire) {
            return Stream.of(values())
                    .filter(one -> one.wire.equals(wire))
                    .findFirst()
                    .orElseThrow();
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
