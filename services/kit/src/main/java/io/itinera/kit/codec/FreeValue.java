package io.itinera.kit.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as JSON has them, read back as the JSON reader would give them. */
final class FreeValue {
    private FreeValue() {}

    static void write(Sink sink, @Nullable Object value, int depth) {
        if (depth > Form.MAX_DEPTH) {
            throw new IllegalArgumentException(
                    "a value nests deeper than " + Form.MAX_DEPTH + " levels");
        }
        switch (value) {
            case null -> sink.octet(Form.NULL);
            case Boolean truth -> sink.octet(truth ? Form.TRUE : Form.FALSE);
            case String text -> writeText(sink, Form.TEXT, text);
            case Integer number -> writeInteger(sink, number);
            case Long number -> writeInteger(sink, number);
            case Double number -> writeReal(sink, number);
            case Float number -> writeReal(sink, number);
            case BigInteger number -> writeText(sink, Form.BIG_INTEGER, number.toString());
            case BigDecimal number -> writeText(sink, Form.DECIMAL, number.toString());
            case List<?> list -> {
                sink.octet(Form.LIST);
                sink.varint(list.size());
                list.forEach(element -> write(sink, element, depth + 1));
            }
            case Map<?, ?> object -> {
                sink.octet(Form.OBJECT);
                sink.varint(object.size());
                object.forEach((name, member) -> writeMember(sink, name, member, depth));
            }
            default ->
                    throw new IllegalArgumentException(
                            "JSON has no value like a " + value.getClass().getName());
        }
    }

    static @Nullable Object read(Spring spring, int depth) {
        if (depth > Form.MAX_DEPTH) {
            throw Spring.corrupt("a value nests too deep");
        }
        int kind = spring.octet();
        return switch (kind) {
            case Form.NULL -> null;
            case Form.FALSE -> false;
            case Form.TRUE -> true;
            case Form.INTEGER -> integer(Form.unzigzag(spring.varint()));
            case Form.REAL -> Double.longBitsToDouble(spring.fixed64());
            case Form.TEXT -> spring.text();
            case Form.LIST -> readList(spring, depth);
            case Form.OBJECT -> readObject(spring, depth);
            case Form.BIG_INTEGER -> new BigInteger(spring.text());
            case Form.DECIMAL -> new BigDecimal(spring.text());
            default -> throw Spring.corrupt("there is no kind of value " + kind);
        };
    }

    private static void writeMember(
            Sink sink, @Nullable Object name, @Nullable Object member, int depth) {
        byte[] utf8 = String.valueOf(name).getBytes(StandardCharsets.UTF_8);
        sink.block(utf8, utf8.length);
        write(sink, member, depth + 1);
    }

    private static void writeText(Sink sink, int kind, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        sink.octet(kind);
        sink.block(utf8, utf8.length);
    }

    private static void writeInteger(Sink sink, long number) {
        sink.octet(Form.INTEGER);
        sink.varint(Form.zigzag(number));
    }

    private static void writeReal(Sink sink, double number) {
        sink.octet(Form.REAL);
        sink.fixed64(Double.doubleToRawLongBits(number));
    }

    /** The JSON reader gives an Integer where one suffices; two equal documents stay equal. */
    private static Object integer(long number) {
        if (number == (int) number) {
            return (int) number;
        }
        return number;
    }

    private static List<@Nullable Object> readList(Spring spring, int depth) {
        long count = spring.varint();
        List<@Nullable Object> list = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            list.add(read(spring, depth + 1));
        }
        return list;
    }

    private static Map<String, @Nullable Object> readObject(Spring spring, int depth) {
        long count = spring.varint();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (long i = 0; i < count; i++) {
            object.put(spring.text(), read(spring, depth + 1));
        }
        return object;
    }
}
