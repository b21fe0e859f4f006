package io.itinera.collector.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What RFC 8259 calls JSON and what it does not, case by case. */
class TokensTest {
    private static final int DEEPEST = 40_000;

    static List<String> valid() {
        return List.of(
                "[]",
                "{}",
                " \t\r\n[ ]\n",
                "{\"\":0}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":[{\"c\":[[]]}]},\"d\":null}",
                "true",
                "[true,false,null]",
                "0",
                "-0",
                "[-0.0,0e0,0E+00,1e-7,10,1.5E3,1e400,-1e400,123456789012345678901234567890]",
                "\"\"",
                "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\"",
                "\"\\u0000\\ud800\\udc00\\ud800\"",
                "\"\u007f\u0080\u07ff\u0800\ud7ff\ue000\uffff\"",
                "\"\ud800\udc00\udbff\udfff\"",
                "\"12345678\",".substring(0, 10),
                "\"1234567\u00e9\"",
                "\ufeff{\"a\":1}");
    }

    static List<String> invalid() {
        return List.of(
                "[",
                "]",
                "{",
                "}",
                "[1,]",
                "[,1]",
                "[1 2]",
                "[1,,2]",
                "[1}",
                "{]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{,}",
                "{a:1}",
                "{'a':1}",
                "{1:1}",
                "{\"a\":1 \"b\":2}",
                "{\"a\",1}",
                "{\"a\"::1}",
                "tru",
                "True",
                "nul",
                "[nulll]",
                "NaN",
                "-Infinity",
                "-",
                "+1",
                ".5",
                "1.",
                "[1.e5]",
                "1e",
                "1e+",
                "[01]",
                "[-01]",
                "0x1",
                "[1a]",
                "\"",
                "\"\\",
                "\"\\\"",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u12g4\"",
                "\"\\U0041\"",
                "\"a\nb\"",
                "\"a\tb\"",
                "\"\u0000\"",
                "\"12345678\u001f\"",
                "[\u00a0]",
                "[\u000c]",
                "/**/[]",
                "[]//",
                "[1]#");
    }

    /** Bytes that are no UTF-8, in hexadecimal. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "bf",
                "c0af",
                "c1bf",
                "c3",
                "c328",
                "e08080",
                "e09fbf",
                "e0a0",
                "eda080",
                "edbfbf",
                "ef",
                "efbf",
                "f0808080",
                "f08fbfbf",
                "f48fbf",
                "f4908080",
                "f5808080",
                "f8888080",
                "fe",
                "ff",
                "e282c2",
                "f09f98c0"
            })
    void bytesThatAreNoUtf8AreNoText(String bytes) {
        byte[] wrong = new byte[bytes.length() / 2];
        for (int at = 0; at < wrong.length; at++) {
            wrong[at] = (byte) Integer.parseInt(bytes, 2 * at, 2 * at + 2, 16);
        }
        String text = "[\"" + new String(wrong, ISO_8859_1) + "\"]";
        assertEquals(false, Json.isRead(text.getBytes(ISO_8859_1)), text);
    }

    @ParameterizedTest
    @MethodSource
    void valid(String json) {
        assertEquals(true, Json.isRead(json.getBytes(UTF_8)), json);
    }

    @ParameterizedTest
    @MethodSource
    void invalid(String json) {
        assertEquals(false, Json.isRead(json.getBytes(UTF_8)), json);
    }

    @Test
    void listsAreAsDeepAsAllowedAndNotDeeper() {
        String deepest = "[".repeat(DEEPEST) + "]".repeat(DEEPEST);
        assertEquals(
                List.of(true, false),
                List.of(
                        Json.isRead(deepest.getBytes(UTF_8)),
                        Json.isRead(("[" + deepest + "]").getBytes(UTF_8))));
    }
}
