package io.itinera.collector.domain;

/** Halves of surrogate pairs, which JSON can escape one by one. */
final class Surrogates {
    private Surrogates() {}

    /**
     * Whether a JSON text escapes half of a surrogate pair, which is no character: whoever reads it
     * could not write it again.
     */
    static boolean standAlone(Slice json) {
        for (int at = 0; at < json.length() - 1; at++) {
            if (json.byteAt(at) != '\\') {
                continue;
            }
            int unit = escapedUnit(json, at);
            if (unit >= 0 && Character.isHighSurrogate((char) unit)) {
                int low = escapedUnit(json, at + 6);
                if (low < 0 || !Character.isLowSurrogate((char) low)) {
                    return true;
                }
                at += 11;
            } else if (unit >= 0 && Character.isLowSurrogate((char) unit)) {
                return true;
            } else {
                at++;
            }
        }
        return false;
    }

    /** The UTF-16 unit that an escape at this place stands for, or -1 when there is none. */
    private static int escapedUnit(Slice json, int at) {
        if (at + 6 > json.length() || json.byteAt(at) != '\\' || json.byteAt(at + 1) != 'u') {
            return -1;
        }
        int unit = 0;
        for (int digit = at + 2; digit < at + 6; digit++) {
            unit = unit << 4 | Character.digit(json.byteAt(digit), 16);
        }
        return unit;
    }
}
