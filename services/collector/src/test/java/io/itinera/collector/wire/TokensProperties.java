package io.itinera.collector.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Our tokens are Jackson's: the same ones with the same texts, or neither reads it. */
class TokensProperties {
    private static final String EVENT =
            """
            {"type":"track","event":"Ünïcode 漢字 😀","userId":"u\\u00e9\\ud83d\\ude00\\n",
             "properties":{"price":-10.50e+2,"big":1e400,"list":[1,[true,null],{}],"":""},
             "timestamp":"2026-03-01T12:00:00.500Z","context":{"locale":"ja-JP","deep":{"a":{"b":[]}}}}""";

    private static final int DEEPEST = 40_000;

    /** Bytes that mean something to a scanner, and some that should not. */
    private static final byte[] TELLING =
            "{}[]\",:\\/u0123456789abcdefE+-. \t\n\r\u0000\u001f\u007fntrue".getBytes(UTF_8);

    @Property(tries = 20_000)
    void mutatedEventIsReadAsJacksonReadsItOrByNeither(@ForAll("mutations") List<Mutation> all) {
        same(Mutation.all(EVENT.getBytes(UTF_8), all));
    }

    @Property(tries = 5_000)
    void documentIsReadAsJacksonReadsIt(@ForAll("documents") byte[] document) {
        assertNotNull(Json.tokens(document));
        same(document);
    }

    @Property(tries = 5_000)
    void mutatedDocumentIsReadAsJacksonReadsItOrByNeither(
            @ForAll("documents") byte[] document, @ForAll("mutations") List<Mutation> all) {
        same(Mutation.all(document, all));
    }

    @Property(tries = 50)
    void nestingIsReadAsDeepAsJacksonReadsIt(
            @ForAll @IntRange(min = DEEPEST - 3, max = DEEPEST + 3) int depth,
            @ForAll @IntRange(min = 1, max = 130) int turn) {
        StringBuilder opened = new StringBuilder();
        StringBuilder closed = new StringBuilder();
        for (int level = 0; level < depth; level++) {
            boolean isList = level / turn % 2 == 0;
            opened.append(isList ? "[" : "{\"\":");
            closed.append(isList ? "]" : "}");
        }
        same((opened + "1" + closed.reverse()).getBytes(UTF_8));
    }

    @Property(tries = 10_000)
    void noiseIsReadAsJacksonReadsItOrByNeither(@ForAll("noise") byte[] noise) {
        same(noise);
    }

    @Property(tries = 5_000)
    void textIsReadAsJacksonReadsItOrByNeither(@ForAll("strings") byte[] string) {
        same(string);
    }

    @Example
    void eventCutAtAnyByteIsReadByNeither() {
        byte[] whole = EVENT.getBytes(UTF_8);
        same(whole);
        for (int length = 0; length < whole.length; length++) {
            assertNull(Json.tokens(Arrays.copyOf(whole, length)), "at " + length);
        }
    }

    private static void same(byte[] json) {
        assertEquals(Json.reference(json), Json.tokens(json), () -> new String(json, UTF_8));
    }

    @Provide
    Arbitrary<List<Mutation>> mutations() {
        return Mutation.some(what());
    }

    @Provide
    Arbitrary<byte[]> documents() {
        return Documents.values().map(text -> text.getBytes(UTF_8));
    }

    private static Arbitrary<Byte> what() {
        return Arbitraries.oneOf(telling(), Arbitraries.bytes());
    }

    @Provide
    Arbitrary<byte[]> noise() {
        return telling().array(byte[].class).ofMaxSize(12);
    }

    @Provide
    Arbitrary<byte[]> strings() {
        return what().array(byte[].class).ofMaxSize(20).map(TokensProperties::quoted);
    }

    private static byte[] quoted(byte[] inside) {
        byte[] all = new byte[inside.length + 2];
        all[0] = '"';
        System.arraycopy(inside, 0, all, 1, inside.length);
        all[all.length - 1] = '"';
        return all;
    }

    private static Arbitrary<Byte> telling() {
        return Arbitraries.integers().between(0, TELLING.length - 1).map(at -> TELLING[at]);
    }
}
