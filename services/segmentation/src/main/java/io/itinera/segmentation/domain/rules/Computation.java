package io.itinera.segmentation.domain.rules;

import io.itinera.segmentation.domain.attributes.Attribute;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A segment being computed over everyone whom one partition knows, in the order of their ids.
 *
 * @param key the segment
 * @param version its version
 * @param cursor the last customer that was asked; null before the first
 * @param done true once everyone was asked
 */
public record Computation(SegmentKey key, int version, @Nullable UUID cursor, boolean done) {

    /** A computation that has asked nobody yet. */
    public static Computation of(SegmentRule rule) {
        return new Computation(rule.key(), rule.version(), null, false);
    }

    /** A computation of an attribute that has asked nobody yet. */
    public static Computation of(Attribute attribute) {
        SegmentKey key = new SegmentKey(attribute.workspace(), attribute.key());
        return new Computation(key, attribute.version(), null, false);
    }

    /** Everyone up to a customer was asked. */
    public Computation upTo(UUID customer) {
        return new Computation(key, version, customer, false);
    }

    /** Everyone was asked. */
    public Computation finished() {
        return new Computation(key, version, null, true);
    }

    /**
     * How much of it is done, 0 to 1. Ids of customers are hashes, so a part of all ids is as large
     * a part of all customers.
     */
    public double fraction() {
        if (done) {
            return 1;
        }
        return cursor == null ? 0 : IdSpace.position(cursor);
    }

    /** Negative when this one has asked fewer than another of its workspace. */
    public int compareProgress(Computation other) {
        return compare(cursor, other.cursor);
    }

    /** Whether it has asked nobody beyond a customer; null stands before the first. */
    public boolean isWithin(@Nullable UUID customer) {
        return compare(cursor, customer) <= 0;
    }

    /** As bytes compare, for so the stores order customers; UUID's own order is a signed one. */
    private static int compare(@Nullable UUID left, @Nullable UUID right) {
        if (left == null || right == null) {
            return Boolean.compare(left != null, right != null);
        }
        int high =
                Long.compareUnsigned(left.getMostSignificantBits(), right.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(
                        left.getLeastSignificantBits(), right.getLeastSignificantBits());
    }
}
