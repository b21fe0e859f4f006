package io.itinera.collector.domain;

import org.jspecify.annotations.Nullable;

/** What JSON can escape and nobody can keep. */
final class Escapes {
    private static final int LENGTH = 6;

    private Escapes() {}

    /**
     * What is wrong with a JSON text's characters; null when nothing is. Half of a surrogate pair
     * could not be written again by whoever reads it, and U+0000 is no text to PostgreSQL.
     */
    static @Nullable Flaw flaw(Slice json) {
        for (int at = json.indexOf('\\', 0); at >= 0; at = json.indexOf('\\', at + 1)) {
            int unit = unit(json, at);
            if (unit == 0) {
                return nul();
            }
            if (isHalf(unit)) {
                if (!isPair(unit, unit(json, at + LENGTH))) {
                    return new Flaw(
                            Reason.INVALID_TEXT, "half of a surrogate pair is no character");
                }
                at += 2 * LENGTH - 1;
            } else {
                at++;
            }
        }
        return null;
    }

    /** What is wrong with a text that has it unescaped. */
    static Flaw nul() {
        return new Flaw(Reason.INVALID_TEXT, "the character U+0000 cannot be kept");
    }

    private static boolean isHalf(int unit) {
        return unit >= 0 && Character.isSurrogate((char) unit);
    }

    private static boolean isPair(int high, int low) {
        return low >= 0 && Character.isSurrogatePair((char) high, (char) low);
    }

    /** The UTF-16 unit that an escape at this place stands for, or -1 when there is none. */
    private static int unit(Slice json, int at) {
        if (at + LENGTH > json.length() || json.byteAt(at) != '\\' || json.byteAt(at + 1) != 'u') {
            return -1;
        }
        int unit = 0;
        for (int digit = at + 2; digit < at + LENGTH; digit++) {
            unit = unit << 4 | Character.digit(json.byteAt(digit), 16);
        }
        return unit;
    }
}
