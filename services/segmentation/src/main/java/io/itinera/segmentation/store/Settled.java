package io.itinera.segmentation.store;

import io.itinera.kit.codec.Packer;
import io.itinera.kit.codec.Unpacker;
import io.itinera.segmentation.domain.customer.GrowingStandings;
import io.itinera.segmentation.domain.customer.Standing;
import io.itinera.segmentation.domain.customer.Standings;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Standings that have settled, in a row of their own: of somebody who stands with many segments, an
 * event changes a few, and those that changed or ended lately are noted with the customer instead.
 * When too many have, all are written anew. So what is written for an event is bounded, however
 * many there are.
 *
 * @param edition names what the row says, as the customer's row does which goes with it; 0 where
 *     there is no such row
 * @param standings as they were when it was written
 */
record Settled(long edition, Standings standings) {
    /** How many standings, and notes of those that ended, stand with the customer, at most. */
    static final int MOST_LATELY = 32;

    static final Settled NONE = new Settled(0, Standings.NONE);

    private static final int VERSION = 1;

    /** Whether there is a row. */
    boolean isThere() {
        return edition != 0;
    }

    /** This, where it serves as these standings are now, or what is to be written instead of it. */
    Settled serving(Standings now, long moment) {
        if (now.size() <= MOST_LATELY) {
            return NONE;
        }
        boolean serves = isThere() && now.since(standings, MOST_LATELY).isPresent();
        return serves ? this : new Settled(Math.max(edition + 1, moment), now);
    }

    /** What stands with the customer while this, which serves, is in its row. */
    Lately lately(Standings now) {
        return isThere()
                ? Lately.of(now.since(standings, MOST_LATELY).orElseThrow())
                : new Lately(now, Set.of());
    }

    /** With these, as they stand with the customer whose row goes with this. */
    Standings with(Lately lately) {
        SortedMap<String, @Nullable Standing> changed = new TreeMap<>(lately.standings());
        lately.ended().forEach(segment -> changed.put(segment, null));
        return standings.with(changed);
    }

    /**
     * What changed since.
     *
     * @param standings as they are now
     * @param ended segments with which they stand no more
     */
    record Lately(Map<String, Standing> standings, Set<String> ended) {
        private static Lately of(SortedMap<String, @Nullable Standing> changed) {
            SortedMap<String, Standing> standings = new TreeMap<>();
            SortedSet<String> ended = new TreeSet<>();
            changed.forEach(
                    (segment, standing) -> {
                        if (standing == null) {
                            ended.add(segment);
                        } else {
                            standings.put(segment, standing);
                        }
                    });
            return new Lately(standings, ended);
        }
    }

    byte[] pack() {
        return new Packer(VERSION)
                .number(1, edition)
                .parts(35, standings, StandingPacking::write)
                .toBytes();
    }

    static Settled read(byte[] packed) {
        long edition = 0;
        GrowingStandings standings = new GrowingStandings(2 * MOST_LATELY);
        Unpacker in = Unpacker.of(packed);
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> edition = in.number();
                case 35 -> in.parts(parts -> StandingPacking.read(parts, standings));
                default -> in.keep();
            }
        }
        return new Settled(edition, standings.standings());
    }
}
