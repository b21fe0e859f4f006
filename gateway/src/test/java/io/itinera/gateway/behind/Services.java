package io.itinera.gateway.behind;

import io.itinera.gateway.domain.Service;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/**
 * All services as servers that listen, remember what reached them, and answer; the query parameter
 * {@code answer} tells how.
 */
public final class Services {
    private final Vertx vertx = Vertx.vertx();
    private final Map<Service, HttpServer> servers = new EnumMap<>(Service.class);
    private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
    private final Queue<HttpServerResponse> streams = new ConcurrentLinkedQueue<>();
    private final Queue<String> left = new ConcurrentLinkedQueue<>();

    Services() {
        for (Service service : Service.values()) {
            servers.put(service, listen(service));
        }
    }

    private HttpServer listen(Service service) {
        return vertx.createHttpServer(new HttpServerOptions().setCompressionSupported(true))
                .requestHandler(request -> receive(service, request))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    String address(Service service) {
        return "http://127.0.0.1:" + servers.get(service).actualPort();
    }

    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** What reached the services since the last {@link #forget}, in order. */
    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    /** The streams that their reader left, by path. */
    public List<String> left() {
        return List.copyOf(left);
    }

    /** Forgets what was seen. */
    public void forget() {
        seen.clear();
        left.clear();
    }

    /** Writes to every open stream. */
    public void tell(String chunk) {
        streams.forEach(stream -> stream.write(chunk));
    }

    /** Ends every open stream. */
    public void endStreams() {
        streams.forEach(HttpServerResponse::end);
        streams.clear();
    }

    private void receive(Service service, HttpServerRequest request) {
        if (request.path().equals("/q/openapi")) {
            request.response().end(Routes.document(service).toBuffer());
            return;
        }
        request.body()
                .onSuccess(
                        body -> {
                            seen.add(record(service, request, body.toString()));
                            answer(request);
                        });
    }

    private static Seen record(Service service, HttpServerRequest request, String body) {
        Map<String, List<String>> headers =
                request.headers().names().stream()
                        .distinct()
                        .collect(
                                Collectors.toMap(
                                        String::toLowerCase,
                                        name -> request.headers().getAll(name)));
        String query = request.query() == null ? "" : request.query();
        return new Seen(service, request.method().name(), request.path(), query, headers, body);
    }

    private void answer(HttpServerRequest request) {
        String how = request.getParam("answer", "");
        switch (how) {
            case "never" -> request.response().closeHandler(v -> left.add(request.path()));
            case "hangup" -> request.connection().close();
            case "nothing" -> request.response().setStatusCode(204).end();
            case "stream" -> stream(request);
            default -> echo(request);
        }
    }

    private void stream(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        response.putHeader("content-type", "text/event-stream").setChunked(true);
        response.closeHandler(v -> left.add(request.path()));
        streams.add(response);
        response.write("data: open\n\n");
    }

    private static void echo(HttpServerRequest request) {
        request.response()
                .putHeader("content-type", "application/json")
                .putHeader("set-cookie", "q_session=stolen")
                .putHeader("x-served-by", "a service")
                .end(
                        new JsonObject()
                                .put("method", request.method().name())
                                .put("uri", request.uri())
                                .toBuffer());
    }
}
