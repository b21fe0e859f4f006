package io.itinera.journeys.domain;

import io.itinera.kit.ids.Ids;
import java.time.Instant;
import java.util.UUID;

/** Ids that follow from what they name, so that a step taken again says the same. */
final class Naming {
    private static final long VERSION_7 = 0x7000L;
    private static final long TWELVE_BITS = 0xFFFL;

    private Naming() {}

    /**
     * The id of the run that an activity begins: in the form of a UUIDv7, whose random part is a
     * hash of what it names.
     */
    static UUID enrollment(UUID journey, UUID customer, String activity, Instant at) {
        UUID hash = Ids.v5(journey, customer + "|" + activity);
        long time = at.toEpochMilli() << 16;
        return new UUID(
                time | VERSION_7 | (hash.getMostSignificantBits() & TWELVE_BITS),
                hash.getLeastSignificantBits());
    }
}
