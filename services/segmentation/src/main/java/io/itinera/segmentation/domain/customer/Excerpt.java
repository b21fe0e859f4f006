package io.itinera.segmentation.domain.customer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a timeline somebody wants to see, newest first.
 *
 * @param before shows what stands before this
 * @param from shows what happened at this moment or later
 * @param name shows what has this name; null for any
 * @param kind shows what is of this kind
 * @param limit how many entries at most
 */
public record Excerpt(Place before, Instant from, @Nullable String name, Kind kind, int limit) {

    /** What a timeline tells of, named as on the wire. */
    public enum Kind {
        /** Whatever there is. */
        any,
        /** What the customer did. */
        event,
        /** What was done with them. */
        outcome,
        /** What followed under a name of its own. */
        derived;

        /** Whether something is of this kind. */
        public boolean includes(Happening happening) {
            return this == any || this == of(happening);
        }

        /** Which of them something is. */
        public static Kind of(Happening happening) {
            return switch (happening) {
                case Happening.Did _ -> event;
                case Happening.Underwent _ -> outcome;
                case Happening.Followed _ -> derived;
            };
        }
    }

    /**
     * What somebody is shown.
     *
     * @param entries newest first
     * @param next where the next page begins; null at the end
     */
    public record Page(List<Entry> entries, @Nullable Place next) {
        public Page {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A place in a timeline.
     *
     * @param at a moment
     * @param id what happened then; null for the moment's beginning
     */
    public record Place(Instant at, @Nullable String id) {
        private static final char BETWEEN = '~';

        /**
         * Reads a place.
         *
         * @throws java.time.format.DateTimeParseException when it does not begin with a moment
         */
        public static Place parse(String text) {
            int between = text.indexOf(BETWEEN);
            return between < 0
                    ? new Place(Instant.parse(text), null)
                    : new Place(
                            Instant.parse(text.substring(0, between)), text.substring(between + 1));
        }

        @Override
        public String toString() {
            return at + Optional.ofNullable(id).map(it -> BETWEEN + it).orElse("");
        }
    }
}
