package io.itinera.kit.streams;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class StoreKeyProperties {
    @Property
    void partsComeBack(
            @ForAll("texts") String text,
            @ForAll long number,
            @ForAll long high,
            @ForAll("texts") String last) {
        UUID uuid = new UUID(high, number);
        StoreKey key = StoreKey.of('t').text(text).uuid(uuid).number(number).text(last);
        StoreKeyReader parts = StoreKeyReader.of(key.bytes());
        assertEquals(text, parts.text());
        assertEquals(uuid, parts.uuid());
        assertEquals(number, parts.number());
        assertEquals(last, parts.text());
    }

    @Property
    void keysSortAsTheirNumbers(@ForAll long one, @ForAll long other) {
        assertEquals(
                Integer.signum(Long.compare(one, other)),
                Integer.signum(
                        StoreKey.of('n')
                                .number(one)
                                .bytes()
                                .compareTo(StoreKey.of('n').number(other).bytes())));
    }

    @Property
    void keysSortAsTheirTextsWhateverFollows(
            @ForAll("texts") String one,
            @ForAll("texts") String other,
            @ForAll long oneNext,
            @ForAll long otherNext) {
        int byText = compare(one, other);
        int expected = byText == 0 ? Long.compare(oneNext, otherNext) : byText;
        assertEquals(
                Integer.signum(expected),
                Integer.signum(
                        StoreKey.of('t')
                                .text(one)
                                .number(oneNext)
                                .bytes()
                                .compareTo(
                                        StoreKey.of('t').text(other).number(otherNext).bytes())));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars('\u0000', '\u0001', 'a', 'b', '\u00ff', '茶')
                .ofMaxLength(6);
    }

    private static int compare(String one, String other) {
        return Arrays.compareUnsigned(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
