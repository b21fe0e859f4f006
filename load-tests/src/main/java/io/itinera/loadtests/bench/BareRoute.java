package io.itinera.loadtests.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;

/** The reference for the collector: reads the whole body and answers at once. Prints its port. */
public final class BareRoute {
    private BareRoute() {}

    /** Serves until the process is ended. */
    public static void main(String[] arguments) {
        Buffer answer = Buffer.buffer("{\"success\":true}");
        Vertx.vertx()
                .createHttpServer()
                .requestHandler(
                        request -> request.body().onSuccess(body -> request.response().end(answer)))
                .listen(0, "127.0.0.1")
                .onSuccess(server -> IO.println(server.actualPort()));
    }
}
