package io.itinera.collector.domain;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Whether bytes are text; the JSON scanner skips over strings without looking into them. */
final class Utf8 {
    private static final int CHUNK_CHARS = 1_024;

    private Utf8() {}

    /**
     * True for well-formed UTF-8 without NUL bytes, by which other encodings give themselves away.
     */
    static boolean isValid(byte[] body) {
        boolean ascii = true;
        for (byte b : body) {
            if (b == 0) {
                return false;
            }
            ascii &= b > 0;
        }
        return ascii || isWellFormed(ByteBuffer.wrap(body));
    }

    private static boolean isWellFormed(ByteBuffer bytes) {
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer chunk = CharBuffer.allocate(CHUNK_CHARS);
        CoderResult result;
        do {
            chunk.clear();
            result = decoder.decode(bytes, chunk, true);
        } while (result.isOverflow());
        return !result.isError();
    }

    /**
     * Whether a JSON text escapes half of a surrogate pair, which is no character: whoever reads it
     * could not write it again.
     */
    static boolean hasLoneSurrogate(Slice json) {
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
