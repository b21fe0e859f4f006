package io.itinera.segmentation.domain.people;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * An erasure whose receipt is not written yet.
 *
 * @param erasure which
 * @param customers everyone who had become the customer, and they themselves
 * @param removed how much was taken out so far
 * @param awaited from how many others no answer has come
 * @param again other requests for the same, which get the same receipt
 */
public record Erasing(
        Erasure erasure, Set<UUID> customers, Removals removed, long awaited, Set<UUID> again) {
    public Erasing {
        customers = Set.copyOf(customers);
        again = Set.copyOf(again);
    }

    /** More was taken out here. */
    public Erasing with(Removals more) {
        return new Erasing(erasure, customers, removed.and(more), awaited, again);
    }

    /** One of the others has answered. */
    public Erasing answered(Removals theirs) {
        return new Erasing(erasure, customers, removed.and(theirs), awaited - 1, again);
    }

    /** It was asked for once more. */
    public Erasing askedAgain(UUID other) {
        if (other.equals(erasure.id())) {
            return this;
        }
        Set<UUID> all = new HashSet<>(again);
        all.add(other);
        return new Erasing(erasure, customers, removed, awaited, all);
    }
}
