package io.itinera.segmentation.store;

import io.itinera.kit.codec.Packer;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A segment's name as a field: sixteen bytes, for nearly each is a UUID or the 32 hexadecimal
 * digits of a hash. Whatever else it is stands as it is.
 */
final class SegmentName {
    private static final int UUID_LENGTH = 36;
    private static final int HASH_LENGTH = 32;

    private SegmentName() {}

    /** The tags under which a name stands as a text, as a UUID, and as a hash. */
    record Tags(int text, int uuid, int hash) {}

    static void write(Packer out, String segment, Tags tags) {
        UUID uuid = uuid(segment);
        if (uuid != null) {
            out.uuid(tags.uuid, uuid);
            return;
        }
        UUID hash = hash(segment);
        if (hash != null) {
            out.uuid(tags.hash, hash);
            return;
        }
        out.text(tags.text, segment);
    }

    /** The hash whose digits these bits are. */
    static String hash(UUID bits) {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(bits.getMostSignificantBits())
                + hex.toHexDigits(bits.getLeastSignificantBits());
    }

    private static @Nullable UUID uuid(String segment) {
        if (segment.length() != UUID_LENGTH) {
            return null;
        }
        try {
            UUID uuid = UUID.fromString(segment);
            return uuid.toString().equals(segment) ? uuid : null;
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private static @Nullable UUID hash(String segment) {
        if (segment.length() != HASH_LENGTH) {
            return null;
        }
        try {
            int half = HASH_LENGTH / 2;
            UUID bits =
                    new UUID(
                            HexFormat.fromHexDigitsToLong(segment, 0, half),
                            HexFormat.fromHexDigitsToLong(segment, half, HASH_LENGTH));
            return hash(bits).equals(segment) ? bits : null;
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
