package io.itinera.collector.files.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.itinera.collector.files.FileConfig;
import io.itinera.collector.files.Imports;
import io.itinera.collector.files.domain.ImportState;
import io.itinera.kit.json.Json;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemAnswer;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.tenancy.Caller;
import io.itinera.kit.trace.Traces;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes a file's bytes as they come, however many: {@code PATCH /imports/{id}}. Not REST's, which
 * would have a body's length bounded before anybody looks at it.
 */
@Singleton
final class UploadRoute {
    /** After the internal token is checked (−250), before Quarkus bounds bodies (−2). */
    private static final int ORDER = -10;

    private static final String OFFSET = "Upload-Offset";
    private static final int INFLATED_BYTES = 64 * 1024;

    private final Imports imports;
    private final FileConfig config;

    @Inject
    UploadRoute(Imports imports, FileConfig config) {
        this.imports = imports;
        this.config = config;
    }

    void register(@Observes Router router) {
        router.patch("/imports/:id").order(ORDER).handler(this::receive);
    }

    private void receive(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        request.pause();
        String workspace = Caller.grant(exchange).workspace();
        String trace = Traces.current().orElse(null);
        Context context = exchange.vertx().getOrCreateContext();
        BodyStream body = new BodyStream(request, context, config.patience());
        if (expectsToBeAsked(request)) {
            request.response().writeContinue();
        }
        Thread.ofVirtual()
                .name("upload")
                .start(
                        () -> {
                            Answer answer = answer(exchange, workspace, body, trace);
                            context.runOnContext(_ -> end(exchange, body, answer));
                        });
    }

    private sealed interface Answer {
        record Read(ImportState state) implements Answer {}

        record Refused(Problem problem) implements Answer {}

        record Failed(RuntimeException surprise) implements Answer {}
    }

    private Answer answer(
            RoutingContext exchange, String workspace, BodyStream body, @Nullable String trace) {
        try {
            HttpServerRequest request = exchange.request();
            UUID id = id(exchange.pathParam("id"));
            long offset = offset(request.getHeader(OFFSET));
            InputStream bytes = isCompressed(request) ? decompressed(body) : body;
            return new Answer.Read(imports.receive(workspace, id, offset, bytes, trace));
        } catch (Problem refused) {
            return new Answer.Refused(refused);
        } catch (RuntimeException surprise) {
            return new Answer.Failed(surprise);
        }
    }

    private static void end(RoutingContext exchange, BodyStream body, Answer answer) {
        if (exchange.response().closed()) {
            return;
        }
        if (!body.isEnded()) {
            exchange.response().putHeader(HttpHeaders.CONNECTION, "close");
            exchange.request().handler(_ -> {}).resume();
        }
        switch (answer) {
            case Answer.Read(ImportState state) ->
                    exchange.response()
                            .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                            .putHeader(OFFSET, Long.toString(state.progress().bytes()))
                            .end(json(state));
            case Answer.Refused(Problem problem) -> ProblemAnswer.end(exchange, problem);
            case Answer.Failed(RuntimeException surprise) -> exchange.fail(surprise);
        }
    }

    private static Buffer json(ImportState state) {
        try {
            return Buffer.buffer(Json.mapper().writeValueAsBytes(ImportView.of(state)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an import is always JSON", impossible);
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw Problem.notFound("import", text);
        }
    }

    private static long offset(@Nullable String text) {
        if (text == null || !text.matches("\\d{1,18}")) {
            throw new Problem(
                    ProblemCode.BAD_REQUEST,
                    "The header Upload-Offset must say at which byte of the file the body begins");
        }
        return Long.parseLong(text);
    }

    private static boolean isCompressed(HttpServerRequest request) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        return encoding != null && encoding.toLowerCase(Locale.ROOT).contains("gzip");
    }

    private static InputStream decompressed(InputStream wire) {
        try {
            return new GZIPInputStream(wire, INFLATED_BYTES);
        } catch (IOException broken) {
            throw new Problem(ProblemCode.BAD_REQUEST, "The body is not gzip, as its header says");
        }
    }

    private static boolean expectsToBeAsked(HttpServerRequest request) {
        String expected = request.getHeader(HttpHeaders.EXPECT);
        return expected != null && expected.equalsIgnoreCase("100-continue");
    }
}
