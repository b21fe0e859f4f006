package io.itinera.journeys.store;

import io.itinera.contracts.Keys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;

/** Store keys, made so that what belongs together lies together. */
final class Key {
    private static final byte SEPARATOR = (byte) Keys.SEPARATOR;

    private Key() {}

    static Bytes customer(String workspace, UUID customer) {
        return text(Keys.customer(workspace, customer));
    }

    static Bytes text(String text) {
        return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    static Bytes under(Bytes owner, UUID id) {
        return Bytes.wrap(
                ByteBuffer.allocate(owner.get().length + 1 + 2 * Long.BYTES)
                        .put(owner.get())
                        .put(SEPARATOR)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array());
    }

    /** Milliseconds first, so that the order of keys is the order of time. */
    static Bytes at(long ms, byte[] owner) {
        return Bytes.wrap(
                ByteBuffer.allocate(Long.BYTES + owner.length).putLong(ms).put(owner).array());
    }

    static long ms(Bytes key) {
        return ByteBuffer.wrap(key.get()).getLong();
    }

    static byte[] owner(Bytes key) {
        byte[] owner = new byte[key.get().length - Long.BYTES];
        System.arraycopy(key.get(), Long.BYTES, owner, 0, owner.length);
        return owner;
    }
}
