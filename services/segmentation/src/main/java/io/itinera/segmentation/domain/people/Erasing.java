package io.itinera.segmentation.domain.people;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * An erasure whose receipt is not written yet.
 *
 * @param erasure which
 * @param customers everyone who had become the customer, and they themselves, so many as a receipt
 *     names
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
    /** The most customers that a receipt names. */
    public static final int MAX_CUSTOMERS = 1_000;

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

    /** So many more will answer, of whom these were the customer. */
    public Erasing awaiting(long more, Set<UUID> were) {
        Set<UUID> all = new HashSet<>(customers);
        were.stream().sorted().limit(MAX_CUSTOMERS - all.size()).forEach(all::add);
        return new Erasing(erasure, all, removed, awaited + more, again, merging);
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
