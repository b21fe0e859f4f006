package io.itinera.conditions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The events of a history that match a measure, newest first, as far as a question reaches. They
 * are to be asked before the history is asked for others, or grows.
 */
public interface Matches {

    /** How many there are, or are enough. */
    int size();

    /** When one occurred; place 0 is the newest. */
    Instant at(int place);

    /** How many numbers the newest so many have among them. */
    int numbers(int newest);

    /** What the numbers of the newest so many add up to, exactly; null without any. */
    @Nullable Number sum(int newest);

    /** Whether none of the numbers is negative, so that more of them never add up to less. */
    boolean rises();

    /** How many occurred after a moment. */
    default int after(Instant moment) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at(middle).isAfter(moment)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
