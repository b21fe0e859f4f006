package io.itinera.conditions;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Where chance puts customers: a customer's place among all, the same for ever. */
final class Buckets {
    /** Hundredths of a percent. */
    static final int PLACES = 10_000;

    private static final int HASH_BITS = 32;

    private Buckets() {}

    /** The customer's place, 0 to 9999: so far along all hashes lies that of salt and id. */
    static int place(String salt, UUID customer) {
        byte[] hash =
                CanonicalForm.sha256((salt + ":" + customer).getBytes(StandardCharsets.UTF_8));
        long position = Integer.toUnsignedLong(ByteBuffer.wrap(hash).getInt());
        return (int) ((position * PLACES) >>> HASH_BITS);
    }
}
