package io.itinera.loadtests.measure;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/** A bounded number of POST requests over kept-alive connections, each answered before the next. */
public final class HttpLoad implements AutoCloseable {
    private static final int OK = 200;
    private static final long PATIENCE_MINUTES = 10;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client;
    private final int connections;

    /** Opens at most this many connections. */
    public HttpLoad(int connections) {
        this.connections = connections;
        this.client =
                vertx.createHttpClient(
                        new HttpClientOptions().setKeepAlive(true),
                        new PoolOptions().setHttp1MaxSize(connections));
    }

    /**
     * Sends the requests and waits for all answers.
     *
     * @param target where to
     * @param authorization the header's value
     * @param requests how many
     * @param body the body of the n-th request
     * @throws IllegalStateException when one is not answered with 200
     */
    public void post(URI target, String authorization, long requests, LongFunction<Buffer> body) {
        Round round = new Round(target, authorization, requests, body);
        for (int i = 0; i < connections; i++) {
            round.next();
        }
        round.await();
    }

    /** One call's requests: as many in flight as there are connections. */
    private final class Round {
        private final URI target;
        private final String authorization;
        private final long requests;
        private final LongFunction<Buffer> body;
        private final AtomicLong started = new AtomicLong();
        private final AtomicLong answered = new AtomicLong();
        private final CompletableFuture<Void> done = new CompletableFuture<>();

        Round(URI target, String authorization, long requests, LongFunction<Buffer> body) {
            this.target = target;
            this.authorization = authorization;
            this.requests = requests;
            this.body = body;
        }

        void next() {
            long number = started.getAndIncrement();
            if (number >= requests || done.isDone()) {
                return;
            }
            client.request(HttpMethod.POST, target.getPort(), target.getHost(), target.getPath())
                    .compose(
                            request ->
                                    request.putHeader("authorization", authorization)
                                            .putHeader("content-type", "application/json")
                                            .send(body.apply(number)))
                    .compose(this::finish)
                    .onFailure(done::completeExceptionally);
        }

        private io.vertx.core.Future<Void> finish(HttpClientResponse response) {
            return response.body()
                    .map(
                            answer -> {
                                if (response.statusCode() != OK) {
                                    throw new IllegalStateException(
                                            "%s answered %d: %s"
                                                    .formatted(
                                                            target, response.statusCode(), answer));
                                }
                                if (answered.incrementAndGet() == requests) {
                                    done.complete(null);
                                }
                                next();
                                return null;
                            });
        }

        void await() {
            done.orTimeout(PATIENCE_MINUTES, TimeUnit.MINUTES).join();
        }
    }

    @Override
    public void close() {
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
