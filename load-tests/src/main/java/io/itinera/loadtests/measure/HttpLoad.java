package io.itinera.loadtests.measure;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/** A bounded number of POST requests over kept-alive connections, each answered before the next. */
public final class HttpLoad implements AutoCloseable {
    private final int connections;
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();

    /** Opens at most this many connections. */
    public HttpLoad(int connections) {
        this.connections = connections;
    }

    /** Sends JSON, as {@link #post(URI, Map, long, LongFunction)} does. */
    public void post(URI target, String authorization, long requests, LongFunction<Buffer> body) {
        post(
                target,
                Map.of("authorization", authorization, "content-type", "application/json"),
                requests,
                body);
    }

    /**
     * Sends the requests and waits for all answers.
     *
     * @param target where to
     * @param headers of each
     * @param requests how many
     * @param body the body of the n-th request
     * @throws IllegalStateException when one is not answered with 200
     */
    public void post(
            URI target, Map<String, String> headers, long requests, LongFunction<Buffer> body) {
        byte[] head = head(target, headers);
        AtomicLong next = new AtomicLong();
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < Math.min(connections, requests); i++) {
            done.add(senders.submit(() -> send(target, head, requests, body, next)));
        }
        await(done);
    }

    private static void send(
            URI target, byte[] head, long requests, LongFunction<Buffer> body, AtomicLong next) {
        try (HttpConnection connection = HttpConnection.open(target)) {
            long number = next.getAndIncrement();
            while (number < requests) {
                connection.exchange(head, body.apply(number).getBytes());
                number = next.getAndIncrement();
            }
        } catch (IOException e) {
            next.set(requests);
            throw new UncheckedIOException(target + " does not answer", e);
        } catch (RuntimeException e) {
            next.set(requests);
            throw e;
        }
    }

    private static byte[] head(URI target, Map<String, String> headers) {
        StringBuilder head = new StringBuilder("POST ").append(target.getRawPath());
        if (target.getRawQuery() != null) {
            head.append('?').append(target.getRawQuery());
        }
        head.append(" HTTP/1.1\r\nhost: ").append(target.getAuthority()).append("\r\n");
        headers.forEach((name, value) -> head.append("%s: %s\r\n".formatted(name, value)));
        return head.append("content-length: ").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void await(List<Future<?>> done) {
        try {
            for (Future<?> sender : done) {
                sender.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("not every request was answered with 200", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        }
    }

    @Override
    public void close() {
        senders.close();
    }
}
