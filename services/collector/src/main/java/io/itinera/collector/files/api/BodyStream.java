package io.itinera.collector.files.api;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A request's body for a thread that may wait. The next bytes are asked for only when the ones
 * before have been read, so that the socket, and with it the sender, goes as fast as the reader.
 */
final class BodyStream extends InputStream {
    private static final int BYTE = 0xff;

    private final HttpServerRequest request;
    private final Context context;
    private final Patience patience;
    private final BlockingQueue<Arrived> arrived = new LinkedBlockingQueue<>();
    private Buffer current = Buffer.buffer();
    private int at;
    private boolean isEnded;

    /**
     * @param request paused
     * @param context the one that it is on
     * @param patience how long the next bytes may take, and some more in pieces
     */
    BodyStream(HttpServerRequest request, Context context, Duration patience) {
        this.request = request;
        this.context = context;
        this.patience = new Patience(patience);
        request.handler(bytes -> arrived.add(new Arrived.Bytes(bytes)))
                .endHandler(_ -> arrived.add(new Arrived.End()))
                .exceptionHandler(_ -> arrived.add(new Arrived.Broken()));
    }

    private sealed interface Arrived {
        record Bytes(Buffer buffer) implements Arrived {}

        record End() implements Arrived {}

        record Broken() implements Arrived {}
    }

    /** Whether all of it was read. */
    boolean isEnded() {
        return isEnded;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & BYTE;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (at == current.length()) {
            if (isEnded) {
                return -1;
            }
            awaitMore();
        }
        int taken = Math.min(length, current.length() - at);
        current.getBytes(at, at + taken, into, offset);
        at += taken;
        return taken;
    }

    /** Not zero before the end is known: gzip looks for a second part only where there is more. */
    @Override
    public int available() {
        return Math.max(current.length() - at, isEnded ? 0 : 1);
    }

    private void awaitMore() throws IOException {
        context.runOnContext(_ -> request.fetch(1));
        long asked = System.nanoTime();
        switch (next()) {
            case Arrived.Bytes(Buffer buffer) -> {
                patience.came(buffer.length(), Duration.ofNanos(System.nanoTime() - asked));
                current = buffer;
                at = 0;
            }
            case Arrived.End() -> isEnded = true;
            case Arrived.Broken() -> throw new IOException("the connection broke");
            case null -> throw new IOException("the bytes came too slowly");
        }
    }

    private Arrived next() throws IOException {
        try {
            return arrived.poll(patience.left().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }
}
