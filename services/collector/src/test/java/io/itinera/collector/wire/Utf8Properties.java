package io.itinera.collector.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class Utf8Properties {
    /** Plain text with a few bytes that may be anything, read from any place in it. */
    @Property(tries = 5_000)
    void plainTextEndsWhereItsFirstOtherByteIs(
            @ForAll @IntRange(max = 40) int length,
            @ForAll @IntRange(max = 40) int from,
            @ForAll @Size(max = 3) byte[] others,
            @ForAll @IntRange(max = 40) int where) {
        byte[] text =
                "The quick brown fox jumps over: 0123456789!".substring(0, length).getBytes(UTF_8);
        for (int n = 0; n < others.length && where + n < length; n++) {
            text[where + n] = others[n];
        }
        int begin = Math.min(from, length);
        assertEquals(oneByOne(text, begin), Utf8.plainEnd(text, begin, length));
    }

    private static int oneByOne(byte[] text, int from) {
        int at = from;
        while (at < text.length && text[at] >= ' ' && text[at] != '"' && text[at] != '\\') {
            at++;
        }
        return at;
    }
}
