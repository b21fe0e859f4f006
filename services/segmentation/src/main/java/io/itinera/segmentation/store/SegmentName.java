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

    /** Only as {@link UUID#toString} writes it, so that it is read back as it was. */
    private static @Nullable UUID uuid(String segment) {
        if (segment.length() != UUID_LENGTH) {
            return null;
        }
        for (int i = 0; i < UUID_LENGTH; i++) {
            boolean isDash = i == 8 || i == 13 || i == 18 || i == 23;
            if (isDash ? segment.charAt(i) != '-' : !isDigit(segment.charAt(i))) {
                return null;
            }
        }
        return UUID.fromString(segment);
    }

    private static @Nullable UUID hash(String segment) {
        if (segment.length() != HASH_LENGTH
                || !segment.chars().allMatch(each -> isDigit((char) each))) {
            return null;
        }
        int half = HASH_LENGTH / 2;
        return new UUID(
                HexFormat.fromHexDigitsToLong(segment, 0, half),
                HexFormat.fromHexDigitsToLong(segment, half, HASH_LENGTH));
    }

    private static boolean isDigit(char each) {
        return (each >= '0' && each <= '9') || (each >= 'a' && each <= 'f');
    }
}
