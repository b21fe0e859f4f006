package io.itinera.segmentation.domain.people;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * An erasure whose receipt is not written yet.
 *
 * @param erasure which
 * @param customers who was erased; an earlier release noted everyone here who had become them
 * @param removed how much was taken out so far
 * @param awaited from how many others no answer has come
 * @param again other requests for the same, which get the same receipt
 * @param merging who was about to become the customer, and has not arrived
 */
public record Erasing(
        Erasure erasure,
        Set<UUID> customers,
        Removals removed,
        long awaited,
        Set<UUID> again,
        Set<UUID> merging) {
    public Erasing {
        customers = Set.copyOf(customers);
        again = Set.copyOf(again);
        merging = Set.copyOf(merging);
    }

    /** One that begins. */
    public static Erasing of(Erasure erasure, Removals removed) {
        return new Erasing(erasure, Set.of(erasure.root()), removed, 0, Set.of(), Set.of());
    }

    /** More was taken out here. */
    public Erasing with(Removals more) {
        return new Erasing(erasure, customers, removed.and(more), awaited, again, merging);
    }

    /** One of the others has answered. */
    public Erasing answered(Removals theirs) {
        return new Erasing(erasure, customers, removed.and(theirs), awaited - 1, again, merging);
    }

    /** So many more will answer. */
    public Erasing awaiting(long more) {
        return new Erasing(erasure, customers, removed, awaited + more, again, merging);
    }

    /** Somebody is about to become the customer. */
    public Erasing awaitingMerge(UUID from) {
        Set<UUID> more = new HashSet<>(merging);
        more.add(from);
        return new Erasing(erasure, customers, removed, awaited, again, more);
    }

    /** They have, or will not. */
    public Erasing merged(UUID from) {
        Set<UUID> fewer = new HashSet<>(merging);
        fewer.remove(from);
        return new Erasing(erasure, customers, removed, awaited, again, fewer);
    }

    /** Whether nothing more will come of it. */
    public boolean isAnswered() {
        return awaited <= 0 && merging.isEmpty();
    }

    /** It was asked for once more. */
    public Erasing askedAgain(UUID other) {
        if (other.equals(erasure.id())) {
            return this;
        }
        Set<UUID> all = new HashSet<>(again);
        all.add(other);
        return new Erasing(erasure, customers, removed, awaited, all, merging);
    }
}
