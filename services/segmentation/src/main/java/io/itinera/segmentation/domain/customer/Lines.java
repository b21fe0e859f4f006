package io.itinera.segmentation.domain.customer;

import io.itinera.conditions.Conditions;
import io.itinera.conditions.History;
import io.itinera.conditions.History.Occurrence;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The newest events of one name that a history showed, without a gap, as they are. */
final class Lines {
    /** How many are remembered: no question reads more. */
    static final int MOST = Conditions.MAX_READ;

    /** What an event takes in memory beside its properties, in bytes. */
    private static final int WEIGHT = 200;

    private static final int OWN_WEIGHT = 150;

    private final History history;
    private final String event;
    private UnaryOperator<Occurrence> lean = UnaryOperator.identity();
    private List<Occurrence> oldestFirst = new ArrayList<>();
    private boolean isKept;
    private long weight = OWN_WEIGHT;

    /** From when on there are no others. */
    private Instant whole = Instant.MAX;

    Lines(History history, String event) {
        this.history = history;
        this.event = event;
    }

    /** From now on they are there to stay, in a form that takes less. */
    void keep(UnaryOperator<Occurrence> leaner) {
        if (!isKept) {
            isKept = true;
            lean = leaner;
            oldestFirst.replaceAll(leaner);
        }
    }

    /** Nobody asks for a while: unless they are there to stay, they go. */
    void rest() {
        if (!isKept) {
            oldestFirst = new ArrayList<>();
            whole = Instant.MAX;
            weight = OWN_WEIGHT;
        }
    }

    /** About how many bytes they take. */
    long weight() {
        return weight;
    }

    void scan(Instant from, Predicate<Occurrence> visitor) {
        for (int i = oldestFirst.size() - 1; i >= 0; i--) {
            Occurrence each = oldestFirst.get(i);
            if (each.occurredAt().isBefore(from) || !visitor.test(each)) {
                return;
            }
        }
        if (from.isBefore(whole)) {
            readOn(from, visitor);
        }
    }

    /** Shows what is older than what is known, and remembers it. */
    private void readOn(Instant from, Predicate<Occurrence> visitor) {
        Reading reading = new Reading(oldestFirst.size(), visitor);
        history.scan(event, from, reading);
        List<Occurrence> all = new ArrayList<>(reading.older.reversed());
        all.replaceAll(lean);
        all.forEach(each -> weight += weight(each));
        all.addAll(oldestFirst);
        oldestFirst = all;
        if (reading.toTheEnd) {
            whole = from;
        }
    }

    /** One was added to the history, or is written again. */
    void add(Occurrence fat) {
        Occurrence added = lean.apply(fat);
        int place = oldestFirst.size();
        while (place > 0 && order(oldestFirst.get(place - 1), added) > 0) {
            place--;
        }
        if (place > 0 && order(oldestFirst.get(place - 1), added) == 0) {
            weight += weight(added) - weight(oldestFirst.set(place - 1, added));
        } else if (place > 0 || !added.occurredAt().isBefore(whole)) {
            oldestFirst.add(place, added);
            weight += weight(added);
            keepTheMost();
        }
    }

    private void keepTheMost() {
        if (oldestFirst.size() > MOST) {
            weight -= weight(oldestFirst.removeFirst());
            whole = oldestFirst.getFirst().occurredAt().plusMillis(1);
        }
    }

    /** As histories show them: by time, and those of one moment by the bytes of their ids. */
    private static int order(Occurrence one, Occurrence other) {
        int byTime = one.occurredAt().compareTo(other.occurredAt());
        return byTime != 0 ? byTime : order(one.id(), other.id());
    }

    /** How histories order the ids of one moment. */
    static int order(String one, String other) {
        return Arrays.compareUnsigned(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
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
