package io.itinera.segmentation.domain.customer;

import io.itinera.conditions.Conditions;
import io.itinera.conditions.History;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A history that is read once, however many conditions ask it, and told of what is added to it. Of
 * each name it remembers the newest events that were shown. Whoever takes something out of the
 * history forgets the recall.
 */
public final class Recall implements History {
    /** How many events of one name are remembered: no question reads more. */
    static final int MOST = Conditions.MAX_READ;

    /** What an event takes in memory beside its properties, in bytes. */
    private static final int WEIGHT = 200;

    /** What a recall takes that remembers nothing yet, and what each name that is asked for. */
    private static final int OWN_WEIGHT = 400;

    private static final int NAME_WEIGHT = 150;

    private final History history;
    private final Map<String, Known> names = new HashMap<>();
    private long weight = OWN_WEIGHT;

    /** Remembers this history. */
    public Recall(History history) {
        this.history = history;
    }

    /** The newest events of a name, without a gap. */
    private static final class Known {
        private List<Occurrence> oldestFirst = new ArrayList<>();

        /** From when on there are no others. */
        private Instant whole = Instant.MAX;
    }

    /** About how many bytes are remembered. */
    public long weight() {
        return weight;
    }

    @Override
    public void scan(String event, Instant from, Predicate<Occurrence> visitor) {
        Known known = names.computeIfAbsent(event, _ -> begun());
        for (int i = known.oldestFirst.size() - 1; i >= 0; i--) {
            Occurrence each = known.oldestFirst.get(i);
            if (each.occurredAt().isBefore(from) || !visitor.test(each)) {
                return;
            }
        }
        if (from.isBefore(known.whole)) {
            readOn(known, event, from, visitor);
        }
    }

    private Known begun() {
        weight += NAME_WEIGHT;
        return new Known();
    }

    /** Shows what is older than what is known, and remembers it. */
    private void readOn(Known known, String event, Instant from, Predicate<Occurrence> visitor) {
        Reading reading = new Reading(known.oldestFirst.size(), visitor);
        history.scan(event, from, reading);
        List<Occurrence> all = new ArrayList<>(reading.older.reversed());
        all.addAll(known.oldestFirst);
        known.oldestFirst = all;
        if (reading.toTheEnd) {
            known.whole = from;
        }
        reading.older.forEach(each -> weight += weight(each));
    }

    /** Something was added to the history, or a line of it was written again. */
    public void add(String event, Occurrence added) {
        Known known = names.get(event);
        if (known == null) {
            return;
        }
        List<Occurrence> all = known.oldestFirst;
        int place = all.size();
        while (place > 0 && order(all.get(place - 1), added) > 0) {
            place--;
        }
        if (place > 0 && order(all.get(place - 1), added) == 0) {
            weight += weight(added) - weight(all.set(place - 1, added));
        } else if (place > 0 || !added.occurredAt().isBefore(known.whole)) {
            all.add(place, added);
            weight += weight(added);
            keepTheMost(known);
        }
    }

    private void keepTheMost(Known known) {
        if (known.oldestFirst.size() > MOST) {
            weight -= weight(known.oldestFirst.removeFirst());
            known.whole = known.oldestFirst.getFirst().occurredAt().plusMillis(1);
        }
    }

    /** As histories show them: by time, and those of one moment by the bytes of their ids. */
    private static int order(Occurrence one, Occurrence other) {
        int byTime = one.occurredAt().compareTo(other.occurredAt());
        return byTime != 0
                ? byTime
                : Arrays.compareUnsigned(
                        one.id().getBytes(StandardCharsets.UTF_8),
                        other.id().getBytes(StandardCharsets.UTF_8));
    }

    private static long weight(Occurrence each) {
        return WEIGHT + (long) TraitLimit.size(each.properties());
    }

    /** What is shown beyond what is known. */
    private static final class Reading implements Predicate<Occurrence> {
        private final Predicate<Occurrence> visitor;
        private final List<Occurrence> older = new ArrayList<>();
        private final int known;
        private int seen;
        private boolean toTheEnd = true;

        private Reading(int known, Predicate<Occurrence> visitor) {
            this.known = known;
            this.visitor = visitor;
        }

        @Override
        public boolean test(Occurrence each) {
            seen++;
            if (seen <= known) {
                return true;
            }
            if (seen <= MOST) {
                older.add(each);
            } else {
                toTheEnd = false;
            }
            boolean wantsMore = visitor.test(each);
            toTheEnd &= wantsMore;
            return wantsMore;
        }
    }
}
