package io.itinera.loadtests.bench;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Compresses as clients do. */
final class Gzip {
    private Gzip() {}

    static Buffer of(Buffer plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length() / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain.getBytes());
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return Buffer.buffer(out.toByteArray());
    }
}
