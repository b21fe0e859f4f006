package io.itinera.collector.domain;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SliceProperties {
    /** Whatever stands around it, and whichever bytes are near the one that is looked for. */
    @Property(tries = 5_000)
    void byteIsFoundWhereATextHasIt(
            @ForAll @Size(max = 40) byte[] bytes,
            @ForAll @IntRange(max = 40) int start,
            @ForAll @IntRange(max = 40) int length,
            @ForAll @IntRange(max = 40) int from,
            @ForAll @IntRange(min = 1, max = 127) int wanted,
            @ForAll @IntRange(max = 39) int where) {
        if (where < bytes.length) {
            bytes[where] = (byte) wanted;
        }
        int begin = Math.min(start, bytes.length);
        int end = Math.min(begin + length, bytes.length);
        int place = Math.min(from, end - begin);
        String text = new String(bytes, begin, end - begin, ISO_8859_1);
        assertEquals(
                text.indexOf(wanted, place),
                new Slice(bytes, begin, end).indexOf((char) wanted, place));
    }
}
