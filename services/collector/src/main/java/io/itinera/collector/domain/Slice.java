package io.itinera.collector.domain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A JSON value where it stands in a request's bytes. It was scanned, so it is valid, and it is
 * passed on as it was written: no number is rounded and nothing is parsed twice.
 */
public final class Slice {
    private final byte[] body;
    private final int start;
    private final int end;

    /** The bytes from a place to before another. */
    public Slice(byte[] body, int start, int end) {
        this.body = body;
        this.start = start;
        this.end = end;
    }

    /** Takes bytes where they are. */
    @FunctionalInterface
    public interface Taker {
        /** Must not change them and must not keep them. */
        void take(byte[] bytes, int offset, int length);
    }

    /** Bytes. */
    public int length() {
        return end - start;
    }

    /** How many bytes stay in memory as long as it does. */
    public int held() {
        return body.length;
    }

    /** A copy of the first bytes, all of them when there are no more than {@code atMost}. */
    public byte[] copy(int atMost) {
        return Arrays.copyOfRange(body, start, start + Math.min(length(), atMost));
    }

    /** The same value with bytes of its own. */
    public Slice detached() {
        return new Slice(copy(length()), 0, length());
    }

    /** The same value, which may be kept: it is most of the bytes that it keeps with it. */
    public Slice keepable() {
        return 2 * length() > body.length ? this : detached();
    }

    /** Hands over the bytes without a copy. */
    public void giveTo(Taker taker) {
        taker.take(body, start, length());
    }

    /** The value at these places of this one. */
    public Slice part(int from, int to) {
        return new Slice(body, start + from, start + to);
    }

    /** One byte of it, from 0. */
    public byte byteAt(int index) {
        return body[start + index];
    }

    /** Where this byte is first, from a place on; -1 when it is nowhere. */
    public int indexOf(char ascii, int from) {
        for (int at = start + from; at < end; at++) {
            if (body[at] == ascii) {
                return at - start;
            }
        }
        return -1;
    }

    /** Whether it is an object. */
    public boolean isObject() {
        return length() > 0 && byteAt(0) == '{';
    }

    @Override
    public String toString() {
        return new String(body, start, length(), StandardCharsets.UTF_8);
    }
}
