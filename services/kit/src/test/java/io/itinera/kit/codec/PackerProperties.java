package io.itinera.kit.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.itinera.kit.json.Json;
import io.itinera.kit.records.Unreadable;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

final class PackerProperties {
    @Property
    void numberComesBack(@ForAll long number, @ForAll @IntRange(min = 1) int tag) {
        Unpacker in = Unpacker.of(new Packer(1).number(tag, number).toBytes());
        assertEquals(number, in.next() ? in.number() : 0);
    }

    @Property
    void fractionComesBackToTheBit(@ForAll double fraction) {
        Unpacker in = Unpacker.of(new Packer(1).real(1, fraction).toBytes());
        assertEquals(
                Double.doubleToRawLongBits(fraction),
                Double.doubleToRawLongBits(in.next() ? in.real() : 0));
    }

    @Property(tries = 100)
    void textsComeBackInOrder(@ForAll List<String> texts) {
        Unpacker in = Unpacker.of(new Packer(1).texts(3, texts).toBytes());
        List<String> back = new ArrayList<>();
        while (in.next()) {
            back.add(in.text());
        }
        assertEquals(wellFormed(texts), back);
    }

    @Property
    void uuidComesBack(@ForAll long high, @ForAll long low) {
        Unpacker in = Unpacker.of(new Packer(1).uuid(1, new UUID(high, low)).toBytes());
        in.next();
        assertEquals(new UUID(high, low), in.uuid());
    }

    @Property(tries = 300)
    void freeValueComesBackAsTheJsonReaderGivesIt(@ForAll("json") Object value)
            throws JsonProcessingException {
        String json = Json.mapper().writeValueAsString(value);
        Object read = Json.mapper().readValue(json, Object.class);
        Unpacker in = Unpacker.of(new Packer(1).value(1, read).toBytes());
        assertEquals(read, in.next() ? in.value() : null);
    }

    @Property
    void everyShorterStretchOfATextFieldIsUnreadable(@ForAll @IntRange(min = 1, max = 11) int cut) {
        byte[] whole = new Packer(1).text(1, "ten octets").toBytes();
        byte[] less = Arrays.copyOf(whole, whole.length - cut);
        assertThrows(Unreadable.class, () -> readText(less));
    }

    @Property(tries = 100)
    void keptFieldsAreWrittenAsTheyWere(@ForAll List<@IntRange(min = 1, max = 5000) Integer> tags) {
        Packer packer = new Packer(1);
        tags.forEach(tag -> packer.number(tag, tag).text(tag, "t" + tag).real(tag, tag));
        byte[] stored = packer.toBytes();
        Unpacker in = Unpacker.of(stored);
        while (in.next()) {
            in.keep();
        }
        assertArrayEquals(stored, new Packer(1).unknown(in.unknown()).toBytes());
    }

    @Provide
    Arbitrary<Object> json() {
        Arbitrary<Object> leaf =
                Arbitraries.oneOf(
                        Arbitraries.strings().map(it -> (Object) wellFormed(it)),
                        Arbitraries.integers().map(it -> it),
                        Arbitraries.longs().map(it -> it),
                        Arbitraries.doubles().map(it -> it),
                        Arbitraries.bigIntegers()
                                .between(BigInteger.TWO.pow(64), BigInteger.TWO.pow(80))
                                .map(it -> it),
                        Arbitraries.of(true, false),
                        Arbitraries.just(null));
        return Arbitraries.recursive(() -> leaf, PackerProperties::around, 0, 3);
    }

    private static Arbitrary<Object> around(Arbitrary<Object> inner) {
        return Arbitraries.oneOf(
                inner,
                inner.list().ofMaxSize(3).map(it -> it),
                Arbitraries.maps(Arbitraries.strings().alpha().ofMaxLength(5), inner)
                        .ofMaxSize(3)
                        .map(it -> it));
    }

    private static String readText(byte[] bytes) {
        Unpacker in = Unpacker.of(bytes);
        if (!in.next()) {
            throw new Unreadable("corrupt_state", "the field is gone");
        }
        return in.text();
    }

    /** Half a surrogate pair is no character; UTF-8 has none of it. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static List<String> wellFormed(List<String> texts) {
        return texts.stream().map(PackerProperties::wellFormed).toList();
    }
}
