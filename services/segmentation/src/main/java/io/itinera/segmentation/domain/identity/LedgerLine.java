package io.itinera.segmentation.domain.identity;

import io.itinera.contracts.activity.Merge;
import java.time.Instant;
import java.util.UUID;

/**
 * A line of a customer's ledger: something that was found out about who they are. Lines are only
 * ever added.
 *
 * @param kind what was found out
 * @param at when the evidence was received
 * @param from whose it was until then, or who ended; for a first link the customer that the name
 *     itself began
 * @param into whose it is from then on, or who goes on; for a claim that was not followed whose it
 *     stays
 * @param grounds how we know
 */
public record LedgerLine(Kind kind, Instant at, UUID from, UUID into, Grounds grounds) {

    /** One customer became another. */
    public static LedgerLine merged(Merge merge, Instant at, Grounds grounds) {
        return new LedgerLine(Kind.MERGED, at, merge.from(), merge.into(), grounds);
    }

    /** A merge was undone. */
    public static LedgerLine unmerged(Merge merge, Instant at, Grounds grounds) {
        return new LedgerLine(Kind.UNMERGED, at, merge.from(), merge.into(), grounds);
    }

    /** What a line tells; of two at one moment the lower number comes first. */
    public enum Kind {
        /** A device or name that was nobody's is theirs. */
        LINKED(1),
        /** A device of somebody's is somebody else's from now on; nothing was merged. */
        SWITCHED(3),
        /** Somebody else claims a name of theirs; it stays theirs, nothing was merged. */
        CLAIMED(4),
        /** One customer became another. */
        MERGED(2),
        /** A merge was undone; each has their own again. */
        UNMERGED(5);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        /** What stands for it where it is stored. */
        public int number() {
            return number;
        }

        /**
         * The kind of a number.
         *
         * @throws IllegalArgumentException when there is none
         */
        public static Kind of(int number) {
            for (Kind kind : values()) {
                if (kind.number == number) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no line of a ledger has the number " + number);
        }
    }
}
