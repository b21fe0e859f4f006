package io.itinera.collector.api;

import io.itinera.kit.tenancy.PublicPaths;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;

/** Our own library for web pages, which sends to the collector that it was loaded from. */
@Singleton
final class SnippetRoute {
    private static final String PATH = "/itinera.js";
    private static final String FILE = "/snippet/itinera.js";

    /** Pages load it on every view; a new release reaches them within the hour. */
    private static final String CACHE = "public, max-age=3600";

    private final Buffer source;
    private final Buffer zipped;
    private final String tag;

    @Inject
    SnippetRoute() {
        byte[] bytes = read();
        this.source = Buffer.buffer(bytes);
        this.zipped = Buffer.buffer(zip(bytes));
        this.tag = tag(bytes);
    }

    /** It is for everybody who visits a page. */
    @Produces
    @Singleton
    static PublicPaths publicPaths() {
        return new PublicPaths(List.of(PATH));
    }

    void register(@Observes Router router) {
        router.get(PATH).handler(this::answer);
    }

    private void answer(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        HttpServerResponse response =
                exchange.response()
                        .putHeader(HttpHeaders.CACHE_CONTROL, CACHE)
                        .putHeader(HttpHeaders.ETAG, tag)
                        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                        .putHeader("cross-origin-resource-policy", "cross-origin")
                        .putHeader("x-content-type-options", "nosniff");
        if (tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, "text/javascript; charset=utf-8")
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (takesGzip(request)) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip").end(zipped);
        } else {
            response.end(source);
        }
    }

    private static boolean takesGzip(HttpServerRequest request) {
        String encodings = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return encodings != null && encodings.toLowerCase(Locale.ROOT).contains("gzip");
    }

    private static byte[] zip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] read() {
        try (InputStream in = SnippetRoute.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the collector was built without " + FILE);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tag(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return '"' + HexFormat.of().toHexDigits(sum.getValue(), 8) + '"';
    }
}
