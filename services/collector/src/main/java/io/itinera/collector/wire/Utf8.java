package io.itinera.collector.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Text as bytes: how far it is plain, and whether what is not plain is well formed. */
final class Utf8 {
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = ONES << 7;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';
    private static final long SPACES = ONES * ' ';

    private Utf8() {}

    /**
     * The first byte that a JSON string cannot hold as it is, or that is no ASCII: a quote, a
     * backslash, a control character, a part of a longer character. Eight bytes at a time.
     */
    static int plainEnd(byte[] bytes, int from, int to) {
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long special = special((long) LONGS.get(bytes, at));
            if (special != 0) {
                return at + (Long.numberOfTrailingZeros(special) >>> 3);
            }
        }
        while (at < to && isPlain(bytes[at])) {
            at++;
        }
        return at;
    }

    /**
     * The high bit of each byte that is special. A borrow can mark a byte behind a special one, so
     * only the first mark is sure, and it is the first that counts.
     */
    private static long special(long word) {
        long quotes = word ^ QUOTES;
        long backslashes = word ^ BACKSLASHES;
        return ((quotes - ONES) | (backslashes - ONES) | (word - SPACES) | word) & HIGH_BITS;
    }

    private static boolean isPlain(byte b) {
        return b >= ' ' && b != '"' && b != '\\';
    }

    /**
     * The byte after a character of more than one byte, as table 3-7 of the Unicode standard has
     * them: no overlong form, no surrogate, nothing beyond U+10FFFF.
     *
     * @throws NotJson when it is none
     */
    static int characterEnd(byte[] bytes, int at, int to) throws NotJson {
        int first = bytes[at] & 0xff;
        int length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
        if (first < 0xc2 || first > 0xf4 || at + length > to || !isSecond(first, bytes[at + 1])) {
            throw new NotJson(at);
        }
        for (int more = at + 2; more < at + length; more++) {
            if (bytes[more] >= (byte) 0xc0) {
                throw new NotJson(at);
            }
        }
        return at + length;
    }

    private static boolean isSecond(int first, byte second) {
        int value = second & 0xff;
        return switch (first) {
            case 0xe0 -> value >= 0xa0 && value <= 0xbf;
            case 0xed -> value >= 0x80 && value <= 0x9f;
            case 0xf0 -> value >= 0x90 && value <= 0xbf;
            case 0xf4 -> value >= 0x80 && value <= 0x8f;
            default -> value >= 0x80 && value <= 0xbf;
        };
    }
}
