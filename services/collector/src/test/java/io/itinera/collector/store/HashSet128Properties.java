package io.itinera.collector.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HashSet128Properties {
    /** Few values, so that they meet; low bits alike, so that they stand in each other's places. */
    private static final int VALUES = 40;

    @Property
    void setHoldsWhatWasAddedAndNotRemoved(@ForAll("changes") List<Change> changes) {
        HashSet128 set = new HashSet128();
        Set<Long> expected = new HashSet<>();
        for (Change change : changes) {
            if (change.adds()) {
                set.add(change.high(), 7);
                expected.add(change.high());
            } else {
                set.remove(change.high(), 7);
                expected.remove(change.high());
            }
        }
        Set<Long> found = new HashSet<>();
        for (int n = 0; n < VALUES; n++) {
            if (set.contains(high(n), 7)) {
                found.add(high(n));
            }
        }
        assertEquals(expected, found);
        assertEquals(expected.size(), set.size());
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        return Combinators.combine(
                        Arbitraries.integers()
                                .between(0, VALUES - 1)
                                .map(HashSet128Properties::high),
                        Arbitraries.of(true, true, false))
                .as(Change::new)
                .list()
                .ofMaxSize(300);
    }

    private static long high(int number) {
        return ((long) number << 32) | (number % 3);
    }

    record Change(long high, boolean adds) {}
}
