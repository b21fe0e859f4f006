package io.itinera.segmentation.store;

import io.itinera.kit.codec.Packer;
import io.itinera.kit.codec.Unpacker;
import io.itinera.segmentation.domain.customer.Standing;
import io.itinera.segmentation.domain.customer.Standings;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Standings that have settled, in a row of their own: of somebody who stands with many segments, an
 * event changes a few, and those that changed lately stand with the customer instead. When too many
 * have, all are written anew. So what is written for an event is bounded, however many there are.
 *
 * @param edition names what the row says, as the customer's row does which goes with it; 0 where
 *     there is no such row
 * @param standings as they were when it was written
 */
record Settled(long edition, Standings standings) {
    /** How many standings stand with the customer, at most. */
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

    /** What stands with the customer while this is in its row. */
    Map<String, Standing> lately(Standings now) {
        return isThere() ? now.since(standings, now.size()).orElseThrow() : now;
    }

    byte[] pack() {
        return new Packer(VERSION)
                .number(1, edition)
                .parts(35, standings, StandingPacking::write)
                .toBytes();
    }

    static Settled read(byte[] packed) {
        long edition = 0;
        SortedMap<String, Standing> standings = new TreeMap<>();
        Unpacker in = Unpacker.of(packed);
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> edition = in.number();
                case 35 -> in.parts(parts -> StandingPacking.read(parts, standings));
                default -> in.keep();
            }
        }
        return new Settled(edition, Standings.of(standings));
    }
}
