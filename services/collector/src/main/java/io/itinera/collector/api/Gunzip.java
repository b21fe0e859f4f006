package io.itinera.collector.api;

import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Decompresses a body up to a limit, so that a small request cannot become a large one. */
final class Gunzip {
    private Gunzip() {}

    /**
     * The decompressed body.
     *
     * @throws Problem when it is no gzip, or becomes larger than the limit
     */
    static byte[] decompress(byte[] wire, int limit) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(wire))) {
            byte[] body = gzip.readNBytes(limit);
            if (gzip.read() >= 0) {
                throw new Problem(
                        ProblemCode.TOO_LARGE,
                        "The body decompresses to more than %d bytes".formatted(limit));
            }
            return body;
        } catch (IOException broken) {
            throw new Problem(ProblemCode.BAD_REQUEST, "The body is not gzip, as its header says");
        }
    }
}
