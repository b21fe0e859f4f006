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

    /** Begins a block whose length is known once it is written; most fit one byte. */
    int beginBlock() {
        octet(0);
        return length;
    }

    /** Puts the length before the block that began there. */
    void endBlock(int start) {
        int count = length - start;
        int more = varintLength(count) - 1;
        if (more > 0) {
            room(more);
            System.arraycopy(bytes, start, bytes, start + more, count);
        }
        length = start - 1;
        varint(count);
        length += count;
    }

    private static int varintLength(int value) {
        return (Integer.SIZE - Integer.numberOfLeadingZeros(value | 1) + 6) / 7;
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
