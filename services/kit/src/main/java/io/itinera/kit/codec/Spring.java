package io.itinera.kit.codec;

import io.itinera.kit.records.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A stretch of bytes that is read once from its start to its end, never beyond. */
final class Spring {
    private final byte[] bytes;
    private final int end;
    private int at;

    Spring(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
    }

    boolean isDry() {
        return at == end;
    }

    int position() {
        return at;
    }

    byte[] since(int start) {
        return Arrays.copyOfRange(bytes, start, at);
    }

    int octet() {
        need(1);
        return bytes[at++] & 0xFF;
    }

    long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int octet = octet();
            value |= (long) (octet & 0x7F) << shift;
            if (octet < 0x80) {
                return value;
            }
        }
        throw corrupt("a number has more than ten bytes");
    }

    long fixed64() {
        need(8);
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = (value << 8) | (bytes[at++] & 0xFF);
        }
        return value;
    }

    /** The stretch that follows its length. */
    Spring block() {
        int length = length();
        Spring block = new Spring(bytes, at, at + length);
        at += length;
        return block;
    }

    String text() {
        int length = length();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    byte[] rest() {
        byte[] rest = Arrays.copyOfRange(bytes, at, end);
        at = end;
        return rest;
    }

    void skip(int count) {
        need(count);
        at += count;
    }

    private int length() {
        long length = varint();
        if (length < 0 || length > end - at) {
            throw corrupt("a length of " + length + " leads beyond the end");
        }
        return (int) length;
    }

    private void need(int count) {
        if (count > end - at) {
            throw corrupt("the bytes end too early");
        }
    }

    static Unreadable corrupt(String detail) {
        return new Unreadable("corrupt_state", detail);
    }
}
