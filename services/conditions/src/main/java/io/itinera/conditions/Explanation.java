package io.itinera.conditions;

import io.itinera.contracts.condition.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a condition, or a part of one, holds or not for a customer at a moment.
 *
 * @param condition the part as it was written
 * @param verdict whether it holds, and until when that is certain
 * @param parts of what it is joined, in the order of the text; none in a leaf
 * @param value what a leaf tested: a trait, the number of an aggregate, the time of an occurrence,
 *     a bucket's place; null where it is not known
 * @param events the newest events, or runs of a journey, that counted for a leaf, at most {@value
 *     #MAX_SEEN}
 * @param found how many counted by name; a question reads no more of them than decide it
 * @param turns what would turn a leaf over
 */
public record Explanation(
        Condition condition,
        Verdict verdict,
        List<Explanation> parts,
        @Nullable Object value,
        List<Seen> events,
        Map<String, Integer> found,
        List<Turn> turns) {
    /** How many events a leaf shows at most. */
    public static final int MAX_SEEN = 20;

    public Explanation {
        parts = List.copyOf(parts);
        events = List.copyOf(events);
        found = Map.copyOf(found);
        turns = List.copyOf(turns);
    }

    /**
     * An event that counted.
     *
     * @param id the event's; empty where it is not kept
     * @param name the event's
     * @param at when it occurred
     * @param properties what is known of it
     */
    public record Seen(String id, String name, Instant at, Map<String, Object> properties) {}

    /** What would turn a leaf over. */
    public sealed interface Turn {

        /** Time alone may, at a moment: an event leaves the window. */
        record WindowEnds(Instant at) implements Turn {}

        /** Time alone may, at a moment. */
        record TimeComes(Instant at) implements Turn {}

        /**
         * So many further events do, if they come before time turns it.
         *
         * @param event their name; empty for outcomes of messages
         */
        record More(String event, int times) implements Turn {}

        /** A further event may, as its properties say. */
        record Further(String event) implements Turn {}

        /** Another value may. */
        record OtherValue(String name) implements Turn {}

        /** Entering or leaving a segment does. */
        record Membership(String segment) implements Turn {}

        /** Beginning or ending a journey may. */
        record Progress(String journey) implements Turn {}

        /** Nothing ever will. */
        record Never() implements Turn {}
    }

    static Explanation joined(Condition source, Verdict verdict, List<Explanation> parts) {
        return new Explanation(source, verdict, parts, null, List.of(), Map.of(), List.of());
    }

    static Explanation leaf(
            Condition source, Verdict verdict, @Nullable Object value, Sightings sightings) {
        return new Explanation(
                source,
                verdict,
                List.of(),
                value,
                sightings.newest(),
                sightings.found(),
                Turns.of(source, verdict, sightings));
    }

    /** Whether it holds. */
    public boolean holds() {
        return verdict.holds();
    }

    /** The first moment at which time alone could turn it over; empty for never. */
    public Optional<Instant> changesAt() {
        return verdict.changesAt();
    }
}
