package io.itinera.collector.wire;

import io.itinera.collector.domain.Slice;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Arrays;

/** JSON as it is written, in one buffer that grows and can be used again. */
final class JsonBytes {
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
    private static final byte[] HEX = {
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
    };

    /** Of one UTF-16 unit, escaped. */
    private static final int MOST_BYTES = 6;

    private static final int MOMENT_BYTES = 26;
    private static final int LAST_YEAR = 9_999;
    private static final int NANOS_PER_MILLI = 1_000_000;

    private byte[] out;
    private int size;

    /** Room for so many bytes at first. */
    JsonBytes(int bytes) {
        this.out = new byte[bytes];
    }

    int size() {
        return size;
    }

    /** Forgets what was written since it had this size. */
    void backTo(int earlier) {
        size = earlier;
    }

    byte[] copy() {
        return Arrays.copyOf(out, size);
    }

    JsonBytes raw(byte[] json) {
        return raw(json, 0, json.length);
    }

    JsonBytes raw(Slice json) {
        json.giveTo(this::raw);
        return this;
    }

    private JsonBytes raw(byte[] json, int offset, int length) {
        room(length);
        System.arraycopy(json, offset, out, size, length);
        size += length;
        return this;
    }

    JsonBytes put(char ascii) {
        room(1);
        return add(ascii);
    }

    /** A text in its quotes; half of a surrogate pair is escaped. */
    JsonBytes text(String text) {
        int length = text.length();
        room(length + 2);
        int to = size;
        out[to++] = '"';
        for (int at = 0; at < length; at++) {
            char unit = text.charAt(at);
            if (!isPlain(unit)) {
                return special(text);
            }
            out[to++] = (byte) unit;
        }
        out[to++] = '"';
        size = to;
        return this;
    }

    private static boolean isPlain(char unit) {
        return unit < 0x80 && unit >= ' ' && unit != '"' && unit != '\\';
    }

    private JsonBytes special(String text) {
        room(MOST_BYTES * text.length() + 2);
        out[size++] = '"';
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (isPlain(unit)) {
                out[size++] = (byte) unit;
            } else {
                at += special(text, at);
            }
        }
        out[size++] = '"';
        return this;
    }

    /** One character that is not written as it is; how many units more than one it has. */
    private int special(String text, int at) {
        char unit = text.charAt(at);
        int point = text.codePointAt(at);
        if (unit == '"' || unit == '\\') {
            out[size++] = '\\';
            out[size++] = (byte) unit;
        } else if (unit < ' ' || (point == unit && Character.isSurrogate(unit))) {
            escape(unit);
        } else {
            encode(point);
        }
        return Character.charCount(point) - 1;
    }

    private void escape(char unit) {
        out[size++] = '\\';
        out[size++] = 'u';
        for (int shift = 12; shift >= 0; shift -= 4) {
            out[size++] = HEX[(unit >> shift) & 0xf];
        }
    }

    private void encode(int point) {
        int more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
        int lead = more == 1 ? 0xc0 : more == 2 ? 0xe0 : 0xf0;
        out[size++] = (byte) (lead | (point >> (6 * more)));
        for (int shift = 6 * (more - 1); shift >= 0; shift -= 6) {
            out[size++] = (byte) (0x80 | ((point >> shift) & 0x3f));
        }
    }

    /** A moment in UTC with three places, in its quotes, such as "2026-03-01T12:00:00.500Z". */
    JsonBytes moment(Instant at) {
        LocalDateTime time =
                LocalDateTime.ofEpochSecond(at.getEpochSecond(), at.getNano(), ZoneOffset.UTC);
        if (time.getYear() < 0 || time.getYear() > LAST_YEAR) {
            return text(MILLIS.format(at));
        }
        room(MOMENT_BYTES);
        return add('"').digits(time.getYear(), 4)
                .add('-')
                .digits(time.getMonthValue(), 2)
                .add('-')
                .digits(time.getDayOfMonth(), 2)
                .add('T')
                .digits(time.getHour(), 2)
                .add(':')
                .digits(time.getMinute(), 2)
                .add(':')
                .digits(time.getSecond(), 2)
                .add('.')
                .digits(time.getNano() / NANOS_PER_MILLI, 3)
                .add('Z')
                .add('"');
    }

    private JsonBytes digits(int number, int places) {
        int left = number;
        for (int place = size + places - 1; place >= size; place--) {
            out[place] = (byte) ('0' + left % 10);
            left /= 10;
        }
        size += places;
        return this;
    }

    /** Where there is room for it. */
    private JsonBytes add(char ascii) {
        out[size++] = (byte) ascii;
        return this;
    }

    private void room(int bytes) {
        if (out.length - size < bytes) {
            out = Arrays.copyOf(out, Math.max(2 * out.length, size + bytes));
        }
    }
}
