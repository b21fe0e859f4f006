package io.itinera.segmentation.domain.customer;

import io.itinera.conditions.History;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A history that is read once, however many conditions ask it: for as long as nothing is added to
 * it, which is one decision. Of each name it remembers the newest events that were shown.
 */
public final class Recall implements History {
    /** How many events of one name are remembered; beyond them, the history is read again. */
    static final int MOST = 500;

    private final History history;
    private final Map<String, Known> names = new HashMap<>();

    /** Remembers this history. */
    public Recall(History history) {
        this.history = history;
    }

    /** The newest events of a name, without a gap. */
    private static final class Known {
        private final List<Occurrence> newest = new ArrayList<>();

        /** From when on there are no others. */
        private Instant whole = Instant.MAX;
    }

    @Override
    public void scan(String event, Instant from, Predicate<Occurrence> visitor) {
        Known known = names.computeIfAbsent(event, _ -> new Known());
        for (Occurrence each : known.newest) {
            if (each.occurredAt().isBefore(from) || !visitor.test(each)) {
                return;
            }
        }
        if (from.isBefore(known.whole)) {
            readOn(known, event, from, visitor);
        }
    }

    /** Shows what is older than what is known, and remembers it. */
    private void readOn(Known known, String event, Instant from, Predicate<Occurrence> visitor) {
        int shown = known.newest.size();
        Reading reading = new Reading(known, shown, visitor);
        history.scan(event, from, reading);
        if (reading.toTheEnd) {
            known.whole = from;
        }
    }

    private static final class Reading implements Predicate<Occurrence> {
        private final Known known;
        private final Predicate<Occurrence> visitor;
        private int toSkip;
        private boolean toTheEnd = true;

        private Reading(Known known, int toSkip, Predicate<Occurrence> visitor) {
            this.known = known;
            this.toSkip = toSkip;
            this.visitor = visitor;
        }

        @Override
        public boolean test(Occurrence each) {
            if (toSkip > 0) {
                toSkip--;
                return true;
            }
            if (known.newest.size() < MOST) {
                known.newest.add(each);
            } else {
                toTheEnd = false;
            }
            boolean wantsMore = visitor.test(each);
            toTheEnd &= wantsMore;
            return wantsMore;
        }
    }
}
