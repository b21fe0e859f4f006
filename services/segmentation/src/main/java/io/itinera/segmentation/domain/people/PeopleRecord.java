package io.itinera.segmentation.domain.people;

import io.itinera.contracts.activity.Merge;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Entry;
import io.itinera.segmentation.domain.identity.Grounds;
import io.itinera.segmentation.domain.identity.LedgerLine;
import io.itinera.segmentation.domain.lag.Pace;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A value of the topic between the two steps. */
public sealed interface PeopleRecord
        permits PeopleRecord.InTurn,
                PeopleRecord.Everywhere,
                PeopleRecord.Announced,
                PeopleRecord.Past,
                PeopleRecord.Arrived,
                PeopleRecord.Returned,
                PeopleRecord.Restored,
                PeopleRecord.Stayed,
                PeopleRecord.Noted,
                PeopleRecord.Settled,
                OfAccount,
                AccountKnown,
                OfErasure {

    /** A record that waits its turn while its customer waits for a merge. */
    sealed interface InTurn extends PeopleRecord
            permits Happened,
                    Found,
                    Unfounded,
                    PartingAsked,
                    Parted,
                    Claimed,
                    OfErasure.ErasureAsked {
        /** The tenant. */
        String workspace();

        /** Whose turn it waits for. */
        UUID customer();

        /** When it is applied. */
        Instant at();
    }

    /**
     * Something happened to a customer.
     *
     * @param customer who
     * @param entry what, and whose it was when it happened
     */
    record Happened(UUID customer, Entry entry) implements InTurn {
        @Override
        public String workspace() {
            return entry.happening().workspace();
        }

        @Override
        public Instant at() {
            return entry.happening().at();
        }
    }

    /** What one partition of events tells every partition of people. */
    sealed interface Everywhere extends PeopleRecord {
        /** The partition of events. */
        int partition();

        /** The time that it has reached. */
        Instant at();
    }

    /**
     * Time on a partition of events.
     *
     * @param partition the partition of events
     * @param at the time that it has reached
     */
    record TimeReached(int partition, Instant at) implements Everywhere {}

    /**
     * From now on a source's watermark follows the time of a partition of events so.
     *
     * @param partition the partition of events
     * @param source whose
     * @param pace how
     * @param at the time that it has reached
     */
    record Paced(int partition, UUID source, Pace pace, Instant at) implements Everywhere {}

    /**
     * A merge is on its way. It goes to the one that goes on, ahead of what they do after it.
     *
     * @param workspace the tenant
     * @param merge who becomes whom
     * @param at when the evidence was received
     * @param asked whether a person asked for it, though inference may have settled it before
     */
    record Announced(String workspace, Merge merge, Instant at, boolean asked)
            implements PeopleRecord {
        /** The same, told to whom they became. */
        public Announced passedOnTo(UUID into) {
            return new Announced(workspace, new Merge(merge.from(), into), at, asked);
        }
    }

    /**
     * A customer was found to be another. It goes to the one that ends.
     *
     * @param workspace the tenant
     * @param merge who becomes whom
     * @param at when the evidence was received
     * @param grounds how we know
     */
    record Found(String workspace, Merge merge, Instant at, Grounds grounds) implements InTurn {
        @Override
        public UUID customer() {
            return merge.from();
        }
    }

    /**
     * An announced merge begins nothing. It goes to the one that would have ended, behind an
     * earlier merge of theirs.
     *
     * @param workspace the tenant
     * @param merge who does not become whom by this
     * @param at when the evidence was received
     */
    record Unfounded(String workspace, Merge merge, Instant at) implements InTurn {
        @Override
        public UUID customer() {
            return merge.from();
        }
    }

    /**
     * Part of the timeline of a customer that ended. It goes to the one that goes on.
     *
     * @param workspace the tenant
     * @param merge who becomes whom
     * @param entries in no particular order
     * @param at when it ended
     */
    record Past(String workspace, Merge merge, List<Entry> entries, Instant at)
            implements PeopleRecord {}

    /**
     * What was known of a customer that ended, after all of its past.
     *
     * @param merge who becomes whom
     * @param customer the one that ended
     * @param at when it ended
     * @param grounds how we know
     * @param origins the one that ended, and everyone who had become them
     */
    record Arrived(Merge merge, Customer customer, Instant at, Grounds grounds, Set<UUID> origins)
            implements PeopleRecord {
        public Arrived {
            origins = Set.copyOf(origins);
        }
    }

    /**
     * A person asks that a customer who ended be there again. It goes to that one.
     *
     * @param workspace the tenant
     * @param customer who ended
     * @param at when it was asked for
     * @param grounds who asks
     */
    record PartingAsked(String workspace, UUID customer, Instant at, Grounds grounds)
            implements InTurn {}

    /**
     * A merge is to be undone; the one that ended stands still until it is. It goes to the one that
     * went on.
     *
     * @param workspace the tenant
     * @param side what the one that ended gets back
     * @param late how much came under their name since they ended
     * @param at when it was asked for
     * @param grounds who asks
     */
    record Parted(String workspace, Side side, long late, Instant at, Grounds grounds)
            implements InTurn {
        @Override
        public UUID customer() {
            return side.merge().into();
        }
    }

    /**
     * Part of a timeline goes back. It goes to the one that had ended.
     *
     * @param workspace the tenant
     * @param merge which one is undone
     * @param entries in no particular order
     * @param at when it was asked for
     */
    record Returned(String workspace, Merge merge, List<Entry> entries, Instant at)
            implements PeopleRecord {}

    /**
     * A merge is undone; all that goes back went ahead of this. It goes to the one that had ended.
     *
     * @param workspace the tenant
     * @param merge which one
     * @param since how much of what went back a linked device did since
     * @param at when it was asked for
     * @param grounds who asked
     */
    record Restored(String workspace, Merge merge, long since, Instant at, Grounds grounds)
            implements PeopleRecord {}

    /**
     * A merge cannot be undone. It goes to the one that had ended.
     *
     * @param workspace the tenant
     * @param merge which one
     * @param at when it was asked for
     */
    record Stayed(String workspace, Merge merge, Instant at) implements PeopleRecord {}

    /**
     * A user claims a name that is one person's alone. It goes to the customer whom the name began,
     * and follows them to whom they became.
     *
     * @param workspace the tenant
     * @param customer whom it goes to
     * @param claimant who claims it
     * @param at when the evidence was received
     * @param grounds the name, and how we know
     */
    record Claimed(String workspace, UUID customer, UUID claimant, Instant at, Grounds grounds)
            implements InTurn {
        /** The same, told to whom the name's customer became. */
        public Claimed passedOnTo(UUID into) {
            return new Claimed(workspace, into, claimant, at, grounds);
        }
    }

    /**
     * A line for a customer's ledger.
     *
     * @param workspace the tenant
     * @param customer whose
     * @param line what was found out
     */
    record Noted(String workspace, UUID customer, LedgerLine line) implements PeopleRecord {}

    /**
     * Nothing more of an announced merge will come. It goes to the one that goes on.
     *
     * @param workspace the tenant
     * @param merge which one
     * @param at when the evidence was received
     */
    record Settled(String workspace, Merge merge, Instant at) implements PeopleRecord {}
}
