package io.itinera.collector.api;

import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * Decompresses a body up to a limit and within the budget of all requests, so that a small request
 * cannot become a large one and many cannot become more than there is room for.
 */
final class Gunzip {
    private static final int INPUT_BYTES = 8 * 1024;

    /** Deflate makes no more of one byte. */
    private static final int MOST_OF_ONE_BYTE = 1_032;

    private final InFlight.Share share;
    private final int limit;
    private final Duration retryAfter;

    /**
     * @param share takes every byte before it is there
     * @param limit the most bytes of a decompressed body
     * @param retryAfter when to try again, if there is no room now
     */
    Gunzip(InFlight.Share share, int limit, Duration retryAfter) {
        this.share = share;
        this.limit = limit;
        this.retryAfter = retryAfter;
    }

    /**
     * The decompressed body.
     *
     * @throws Problem when it is no gzip, becomes larger than the limit or finds no room
     */
    byte[] decompress(byte[] wire) {
        byte[] body = room(expected(wire));
        try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(wire), INPUT_BYTES)) {
            int length = gzip.readNBytes(body, 0, body.length);
            for (int next = gzip.read(); next >= 0; next = gzip.read()) {
                body = grown(body);
                body[length++] = (byte) next;
                length += gzip.readNBytes(body, length, body.length - length);
            }
            return length == body.length ? body : Arrays.copyOf(body, length);
        } catch (IOException broken) {
            throw new Problem(ProblemCode.BAD_REQUEST, "The body is not gzip, as its header says");
        }
    }

    /**
     * What the trailer says, which is right unless someone lies: no more than its bytes can become
     * and no more than the limit.
     */
    private int expected(byte[] wire) {
        long told = 0;
        for (int at = 1; at <= Integer.BYTES && at <= wire.length; at++) {
            told = told << Byte.SIZE | Byte.toUnsignedInt(wire[wire.length - at]);
        }
        long most = Math.min(limit, (long) wire.length * MOST_OF_ONE_BYTE);
        return (int) Math.min(Math.max(told, 1), most);
    }

    private byte[] room(int bytes) {
        take(bytes);
        return new byte[bytes];
    }

    private byte[] grown(byte[] full) {
        if (full.length >= limit) {
            throw new Problem(
                    ProblemCode.TOO_LARGE,
                    "The body decompresses to more than %d bytes".formatted(limit));
        }
        int bytes = (int) Math.min(limit, 2L * full.length);
        take(bytes);
        byte[] larger = Arrays.copyOf(full, bytes);
        share.giveBack(full.length);
        return larger;
    }

    private void take(int bytes) {
        if (!share.take(bytes)) {
            throw new Problem(ProblemCode.TOO_MANY_REQUESTS, "Too much is under way", retryAfter);
        }
    }
}
