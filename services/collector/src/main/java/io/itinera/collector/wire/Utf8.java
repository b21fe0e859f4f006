package io.itinera.collector.wire;

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
}
