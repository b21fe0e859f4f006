package io.itinera.segmentation.domain.customer;

import io.itinera.conditions.History.Occurrence;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** When events occurred, in whole milliseconds, oldest first. */
final class Moments {
    private static final int FEW = 4;

    private long[] times = new long[FEW];
    private int size;

    int size() {
        return size;
    }

    Instant at(int place) {
        return Instant.ofEpochMilli(times[place]);
    }

    Instant oldest() {
        return at(0);
    }

    /** The place of the first that is not before a moment. */
    int from(Instant moment) {
        long floor = moment.toEpochMilli();
        boolean isBetween = moment.isAfter(Instant.ofEpochMilli(floor));
        return from(isBetween ? floor + 1 : floor);
    }

    private int from(long moment) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    void insert(int place, Instant moment) {
        if (size == times.length) {
            times = Arrays.copyOf(times, FEW + size + size / 2);
        }
        System.arraycopy(times, place, times, place + 1, size - place);
        times[place] = moment.toEpochMilli();
        size++;
    }

    /** Whether they are those of these events, and of no others. */
    boolean areOf(List<Occurrence> oldestFirst) {
        if (oldestFirst.size() != size) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (oldestFirst.get(i).occurredAt().toEpochMilli() != times[i]) {
                return false;
            }
        }
        return true;
    }

    /** Takes the oldest so many out. */
    void forget(int oldest) {
        size -= oldest;
        System.arraycopy(times, oldest, times, 0, size);
    }

    /** Takes all from a place on out. */
    void cut(int place) {
        size = place;
    }

    /** How many bytes they take. */
    long weight() {
        return (long) Long.BYTES * times.length;
    }
}
