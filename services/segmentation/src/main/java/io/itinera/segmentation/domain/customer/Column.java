package io.itinera.segmentation.domain.customer;

import io.itinera.conditions.Measure;
import io.itinera.conditions.Sums;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which of the events of a name match a measure, oldest first, and what their numbers add up to.
 * Events go by their place among all of the name.
 */
final class Column {
    private static final int FEW = 4;

    /** What it takes that has nothing in it yet, in bytes. */
    private static final long OWN_WEIGHT = 250;

    private final Measure measure;
    private final @Nullable Sums sums;

    /** The places of those that match; none are written down where all do. */
    private int[] places = new int[0];

    private int size;
    private int passes;

    Column(Measure measure) {
        this.measure = measure;
        this.sums = measure.property() == null ? null : new Sums();
    }

    int size() {
        return size;
    }

    @Nullable Sums sums() {
        return sums;
    }

    /** Somebody asks for it. */
    void asked() {
        passes = 0;
    }

    /** Something was added to the history while nobody asked. */
    void passed() {
        passes++;
    }

    /** How often that was so in a row. */
    int passes() {
        return passes;
    }

    /** The place of a match among all events of the name. */
    int place(int match) {
        return measure.takesEvery() ? match : places[match];
    }

    /** The first match that is not before a place. */
    int from(int place) {
        if (measure.takesEvery()) {
            return Math.min(place, size);
        }
        int found = Arrays.binarySearch(places, 0, size, place);
        return found < 0 ? -found - 1 : found;
    }

    /** An event came to a place: all from there on are one further. */
    void insert(int place, Map<String, Object> properties) {
        int match = from(place);
        if (!measure.takesEvery()) {
            for (int i = match; i < size; i++) {
                places[i]++;
            }
        }
        if (!measure.takes(properties)) {
            return;
        }
        if (!measure.takesEvery()) {
            write(match, place);
        }
        if (sums != null) {
            sums.insert(match, measure.value(properties));
        }
        size++;
    }

    private void write(int match, int place) {
        if (size == places.length) {
            places = Arrays.copyOf(places, FEW + size + size / 2);
        }
        System.arraycopy(places, match, places, match + 1, size - match);
        places[match] = place;
    }

    /** The oldest so many events are gone. */
    void forget(int oldest) {
        int matches = from(oldest);
        if (sums != null) {
            sums.forget(matches);
        }
        size -= matches;
        if (measure.takesEvery()) {
            return;
        }
        for (int i = 0; i < size; i++) {
            places[i] = places[i + matches] - oldest;
        }
    }

    /** All events from a place on are gone. */
    void cut(int place) {
        size = from(place);
        if (sums != null) {
            sums.cut(size);
        }
    }

    /** About how many bytes it takes. */
    long weight() {
        return OWN_WEIGHT
                + (long) Integer.BYTES * places.length
                + (sums == null ? 0 : sums.weight());
    }
}
