package io.itinera.collector.domain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
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

    Slice(byte[] body, int start, int end) {
        this.body = body;
        this.start = start;
        this.end = end;
    }

    /** Bytes. */
    public int length() {
        return end - start;
    }

    /** A copy of the first bytes, all of them when there are no more than {@code atMost}. */
    public byte[] copy(int atMost) {
        return Arrays.copyOfRange(body, start, start + Math.min(length(), atMost));
    }

    /** The same value with bytes of its own. */
    Slice detached() {
        return new Slice(copy(length()), 0, length());
    }

    void writeTo(ByteArrayBuilder out) {
        out.write(body, start, length());
    }

    /** A parser over the value; its offsets begin at the value. */
    JsonParser parser(JsonFactory factory) throws IOException {
        return factory.createParser(body, start, length());
    }

    Slice part(int from, int to) {
        return new Slice(body, start + from, start + to);
    }

    byte byteAt(int index) {
        return body[start + index];
    }

    boolean isObject() {
        return length() > 0 && byteAt(0) == '{';
    }

    @Override
    public String toString() {
        return new String(body, start, length(), StandardCharsets.UTF_8);
    }
}
