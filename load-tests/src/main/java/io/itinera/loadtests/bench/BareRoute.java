package io.itinera.loadtests.bench;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/**
 * The reference for the collector: reads the whole body and answers at once, on as many event loops
 * as the collector has. Says so when it serves.
 */
public final class BareRoute {
    /** What Vert.x, and with it Quarkus, starts unless told otherwise. */
    private static final int LOOPS = VertxOptions.DEFAULT_EVENT_LOOP_POOL_SIZE;

    private static final Buffer ANSWER = Buffer.buffer("{\"success\":true}");

    private BareRoute() {}

    /** Serves on the port that it is given until the process is ended. */
    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[0]);
        Vertx.vertx()
                .deployVerticle(() -> new Loop(port), new DeploymentOptions().setInstances(LOOPS))
                .onSuccess(_ -> IO.println("ready"))
                .onFailure(_ -> System.exit(1));
    }

    private static void answer(HttpServerRequest request) {
        request.body()
                .onSuccess(
                        _ ->
                                request.response()
                                        .putHeader("content-type", "application/json")
                                        .end(ANSWER));
    }

    private static final class Loop extends AbstractVerticle {
        private final int port;

        Loop(int port) {
            this.port = port;
        }

        @Override
        public void start(Promise<Void> started) {
            vertx.createHttpServer()
                    .requestHandler(BareRoute::answer)
                    .listen(port, "127.0.0.1")
                    .<Void>mapEmpty()
                    .onComplete(started);
        }
    }
}
