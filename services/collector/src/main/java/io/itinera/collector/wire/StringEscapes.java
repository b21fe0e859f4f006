package io.itinera.collector.wire;

import java.nio.charset.StandardCharsets;

/** Escapes inside JSON strings. */
final class StringEscapes {
    private static final int UNIT_LENGTH = 6;

    private StringEscapes() {}

    /**
     * The byte after the escape that begins here.
     *
     * @throws NotJson when it is none
     */
    static int end(byte[] json, int at, int limit) throws NotJson {
        if (at + 1 == limit) {
            throw new NotJson(limit);
        }
        return switch (json[at + 1]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at + 2;
            case 'u' -> unitEnd(json, at, limit);
            default -> throw new NotJson(at + 1);
        };
    }

    private static int unitEnd(byte[] json, int at, int limit) throws NotJson {
        for (int digit = at + 2; digit < at + UNIT_LENGTH; digit++) {
            if (digit >= limit || Character.digit(json[digit], 16) < 0) {
                throw new NotJson(Math.min(digit, limit));
            }
        }
        return at + UNIT_LENGTH;
    }

    /** The text between two places of a string that was read. */
    static String unescaped(byte[] json, int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        int at = from;
        while (at < to) {
            int plain = at;
            while (at < to && json[at] != '\\') {
                at++;
            }
            text.append(new String(json, plain, at - plain, StandardCharsets.UTF_8));
            if (at < to) {
                text.append(unit(json, at));
                at += json[at + 1] == 'u' ? UNIT_LENGTH : 2;
            }
        }
        return text.toString();
    }

    /** The UTF-16 unit that an escape stands for. */
    private static char unit(byte[] json, int at) {
        return switch (json[at + 1]) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hexadecimal(json, at + 2);
            default -> (char) json[at + 1];
        };
    }

    private static char hexadecimal(byte[] json, int from) {
        int unit = 0;
        for (int digit = from; digit < from + 4; digit++) {
            unit = unit << 4 | Character.digit(json[digit], 16);
        }
        return (char) unit;
    }
}
