package io.itinera.segmentation.store;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Ids as values of their own. */
final class Uuids {
    private Uuids() {}

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    static UUID of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new UUID(in.getLong(), in.getLong());
    }
}
