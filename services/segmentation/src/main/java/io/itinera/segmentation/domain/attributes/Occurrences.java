package io.itinera.segmentation.domain.attributes;

import io.itinera.conditions.Conditions;
import io.itinera.conditions.Filter;
import io.itinera.conditions.History.Occurrence;
import io.itinera.contracts.condition.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The events that a formula counts, newest first. An event counts while {@code occurredAt > now -
 * length}, as in conditions, and at most the newest {@value Conditions#MAX_READ} of a name are
 * read.
 *
 * @param event their name
 * @param window within which time; null for ever
 * @param where what each must satisfy
 */
record Occurrences(String event, @Nullable Duration window, Filter where) {

    static Occurrences of(String event, @Nullable Window window, Filter where) {
        return new Occurrences(
                event, window instanceof Window.Last last ? last.length() : null, where);
    }

    static Occurrences ever(String event) {
        return new Occurrences(event, null, Filter.EVERYTHING);
    }

    /**
     * Shows them while the visitor wants more.
     *
     * @return when the first of those shown leaves the window; null for never
     */
    @Nullable Instant scan(Sight sight, Predicate<Occurrence> visitor) {
        Instant from = window == null ? Instant.EPOCH : sight.now().minus(window).plusMillis(1);
        Reader reader = new Reader(visitor);
        sight.history().scan(event, from, reader);
        return window == null || reader.oldest == null ? null : reader.oldest.plus(window);
    }

    private final class Reader implements Predicate<Occurrence> {
        private final Predicate<Occurrence> visitor;
        private int read;
        private @Nullable Instant oldest;

        private Reader(Predicate<Occurrence> visitor) {
            this.visitor = visitor;
        }

        @Override
        public boolean test(Occurrence occurrence) {
            read++;
            boolean wantsMore = true;
            if (where.passes(occurrence.properties(), Map.of())) {
                oldest = occurrence.occurredAt();
                wantsMore = visitor.test(occurrence);
            }
            return wantsMore && read < Conditions.MAX_READ;
        }
    }
}
