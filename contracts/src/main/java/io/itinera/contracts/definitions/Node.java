package io.itinera.contracts.definitions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.itinera.contracts.Channel;
import io.itinera.contracts.Frozen;
import io.itinera.contracts.Wire;
import io.itinera.contracts.condition.Condition;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A step in a journey. */
@Wire
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Node.Wait.class, name = "wait"),
    @JsonSubTypes.Type(value = Node.Branch.class, name = "branch"),
    @JsonSubTypes.Type(value = Node.Message.class, name = "message"),
    @JsonSubTypes.Type(value = Node.Exit.class, name = "exit")
})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public sealed interface Node {

    /** What the author calls it; empty for the words that its settings make. */
    @Nullable String name();

    /**
     * Waits.
     *
     * @param name what the author calls it
     * @param duration how long
     * @param from since when
     * @param next where to, afterwards
     */
    record Wait(@Nullable String name, Duration duration, From from, @Nullable String next)
            implements Node {
        /** Moments that a wait is counted from, named as on the wire. */
        public enum From {
            /** When the enrollment came to this node. */
            arrival,
            /** When the triggering event occurred. */
            trigger,
            /**
             * When the latest event for this run occurred: each further one starts the wait anew.
             */
            latest
        }
    }

    /**
     * Takes the first case whose condition holds.
     *
     * @param name what the author calls it
     * @param cases in order
     * @param otherwise where to when none holds
     */
    record Branch(@Nullable String name, List<Case> cases, @Nullable String otherwise)
            implements Node {
        public Branch {
            cases = Frozen.list(cases);
        }
    }

    /**
     * One way out of a branch.
     *
     * @param label what stands on the edge
     * @param when the condition
     * @param next where to
     */
    record Case(String label, Condition when, @Nullable String next) {}

    /**
     * Asks for a message and goes on at once.
     *
     * @param name what the author calls it
     * @param channel the way to the customer
     * @param template what to say
     * @param next where to
     */
    record Message(
            @Nullable String name, Channel channel, @Nullable UUID template, @Nullable String next)
            implements Node {}

    /**
     * Ends the enrollment.
     *
     * @param name what the author calls it
     * @param outcome the word that reasons and reports use, such as {@code completed}
     */
    record Exit(@Nullable String name, String outcome) implements Node {}
}
