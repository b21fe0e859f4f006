package io.itinera.kit.codec;

import java.util.Arrays;

/** Bytes that grow. */
final class Sink {
    private byte[] bytes = new byte[128];
    private int length;

    void octet(int value) {
        room(1);
        bytes[length++] = (byte) value;
    }

    void tag(int tag, int form) {
        if (tag < 1) {
            throw new IllegalArgumentException("a tag is 1 or more, not " + tag);
        }
        varint(((long) tag << Form.BITS) | form);
    }

    void varint(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    void fixed64(long value) {
        room(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (value >>> shift);
        }
    }

    void block(byte[] source, int count) {
        varint(count);
        raw(source, count);
    }

    void raw(byte[] source, int count) {
        room(count);
        System.arraycopy(source, 0, bytes, length, count);
        length += count;
    }

    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
