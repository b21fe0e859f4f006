package io.itinera.loadtests.ledger;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A share of the customers, so that what is written of all of them need not be held at once. All
 * that one customer did is in one slice.
 *
 * @param index which, from 0
 * @param of how many there are
 */
public record Slice(int index, int of) {
    /** Everybody. */
    public static final Slice WHOLE = new Slice(0, 1);

    /** So many, that are everybody together. */
    public static List<Slice> all(int of) {
        return IntStream.range(0, of).mapToObj(index -> new Slice(index, of)).toList();
    }

    /**
     * Whether this customer's events are judged here.
     *
     * @param key of their records: {@code workspace|customer}
     */
    public boolean has(String key) {
        return isWhole() || Math.floorMod(key.hashCode(), of) == index;
    }

    /** Whether it is everybody. */
    public boolean isWhole() {
        return of == 1;
    }
}
