package io.itinera.segmentation.store;

import io.itinera.kit.codec.Parts;
import io.itinera.kit.codec.PartsReader;
import io.itinera.kit.records.Unreadable;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A segment's name in sixteen bytes, for nearly each is a UUID or the 32 hexadecimal digits of a
 * hash. Whatever else it is stands as it is. The few that there are come again with each customer,
 * and are not read or written out anew: at most 3 × {@value #MOST_KNOWN} are known, about two
 * megabytes.
 */
sealed interface SegmentName {
    /** Two bits say in which form a name stands. */
    int FORM = 0b11;

    /** So many of each form are known before they are begun anew. */
    int MOST_KNOWN = 4_096;

    /** Which form it stands in. */
    int form();

    /** Writes it in its form. */
    void write(Parts out);

    /** Neither of the others. */
    record Text(String name) implements SegmentName {
        static final int FORM = 0;

        @Override
        public int form() {
            return FORM;
        }

        @Override
        public void write(Parts out) {
            out.text(name);
        }
    }

    /** A UUID, as {@link UUID#toString} writes it. */
    record Id(UUID id) implements SegmentName {
        static final int FORM = 1;

        @Override
        public int form() {
            return FORM;
        }

        @Override
        public void write(Parts out) {
            out.uuid(id);
        }
    }

    /** A hash, whose digits these bits are. */
    record Hash(UUID bits) implements SegmentName {
        static final int FORM = 2;

        @Override
        public int form() {
            return FORM;
        }

        @Override
        public void write(Parts out) {
            out.uuid(bits);
        }
    }

    /** The name of a segment as it is called. */
    static SegmentName of(String segment) {
        return Known.find(Known.NAMES, segment, Known::parse);
    }

    /** Reads what {@link #write} wrote in this form. */
    static String read(int form, PartsReader in) {
        return switch (form) {
            case Text.FORM -> in.text();
            case Id.FORM -> id(in.uuid());
            case Hash.FORM -> hash(in.uuid());
            default -> throw new Unreadable("corrupt_state", "no name has the form " + form);
        };
    }

    /** What a segment is called whose id this is. */
    static String id(UUID id) {
        return Known.find(Known.IDS, id, UUID::toString);
    }

    /** What a segment is called whose hash's digits these bits are. */
    static String hash(UUID bits) {
        return Known.find(Known.HASHES, bits, Known::digits);
    }

    /** Names that were read or written lately, by any thread. */
    final class Known {
        private static final int UUID_LENGTH = 36;
        private static final int HASH_LENGTH = 32;
        private static final Map<String, SegmentName> NAMES = new ConcurrentHashMap<>();
        private static final Map<UUID, String> IDS = new ConcurrentHashMap<>();
        private static final Map<UUID, String> HASHES = new ConcurrentHashMap<>();

        private Known() {}

        private static <K, V> V find(Map<K, V> known, K key, Function<K, V> made) {
            V found = known.get(key);
            if (found != null) {
                return found;
            }
            if (known.size() >= MOST_KNOWN) {
                known.clear();
            }
            V fresh = made.apply(key);
            known.put(key, fresh);
            return fresh;
        }

        private static SegmentName parse(String segment) {
            if (isUuid(segment)) {
                return new Id(UUID.fromString(segment));
            }
            UUID hash = bits(segment);
            return hash == null ? new Text(segment) : new Hash(hash);
        }

        private static String digits(UUID bits) {
            HexFormat hex = HexFormat.of();
            return hex.toHexDigits(bits.getMostSignificantBits())
                    + hex.toHexDigits(bits.getLeastSignificantBits());
        }

        /** Only as {@link UUID#toString} writes it, so that it is read back as it was. */
        private static boolean isUuid(String segment) {
            if (segment.length() != UUID_LENGTH) {
                return false;
            }
            for (int i = 0; i < UUID_LENGTH; i++) {
                boolean isDash = i == 8 || i == 13 || i == 18 || i == 23;
                if (isDash ? segment.charAt(i) != '-' : !isDigit(segment.charAt(i))) {
                    return false;
                }
            }
            return true;
        }

        private static @Nullable UUID bits(String segment) {
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
}
