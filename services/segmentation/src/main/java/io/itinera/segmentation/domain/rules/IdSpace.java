package io.itinera.segmentation.domain.rules;

import java.util.UUID;

/**
 * Where ids of customers lie among all that there could be. They are hashes of what a customer was
 * first known by, so a stretch of them is a random sample of customers, as large a part of all of
 * them as it is of the space.
 */
public final class IdSpace {
    /** The bits before the version, all of them from the hash. */
    private static final int HASHED_BITS = 48;

    private IdSpace() {}

    /** The part of all ids that lies up to this one: more than 0, at most 1. */
    public static double position(UUID customer) {
        long place = customer.getMostSignificantBits() >>> (Long.SIZE - HASHED_BITS);
        return (place + 1) / (double) (1L << HASHED_BITS);
    }
}
