package io.itinera.loadtests.measure;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/** A bounded number of requests over kept-alive connections, each answered before the next. */
public final class HttpLoad implements AutoCloseable {
    private final int connections;
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();

    /** Opens at most this many connections. */
    public HttpLoad(int connections) {
        this.connections = connections;
    }

    /** Posts JSON, as {@link #send} does. */
    public void post(URI target, String authorization, long requests, LongFunction<Buffer> body) {
        send(
                target,
                Map.of("authorization", authorization, "content-type", "application/json"),
                requests,
                number -> HttpMessage.post(target.getRawPath(), body.apply(number)));
    }

    /**
     * Sends the requests and waits for all answers.
     *
     * @param server where to
     * @param headers of each, beside the host and the length
     * @param requests how many
     * @param message the n-th request
     * @throws IllegalStateException when one is not answered with 200 or 204
     */
    public void send(
            URI server,
            Map<String, String> headers,
            long requests,
            LongFunction<HttpMessage> message) {
        LongFunction<byte[]> bytes = number -> message.apply(number).bytes(server, headers);
        AtomicLong next = new AtomicLong();
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < Math.min(connections, requests); i++) {
            done.add(senders.submit(() -> send(server, requests, bytes, next)));
        }
        await(done);
    }

    private static void send(
            URI server, long requests, LongFunction<byte[]> request, AtomicLong next) {
        try (HttpConnection connection = HttpConnection.open(server)) {
            long number = next.getAndIncrement();
            while (number < requests) {
                connection.exchange(request.apply(number));
                number = next.getAndIncrement();
            }
        } catch (IOException e) {
            next.set(requests);
            throw new UncheckedIOException(server + " does not answer", e);
        } catch (RuntimeException e) {
            next.set(requests);
            throw e;
        }
    }

    private static void await(List<Future<?>> done) {
        try {
            for (Future<?> sender : done) {
                sender.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("not every request was taken", e);
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
