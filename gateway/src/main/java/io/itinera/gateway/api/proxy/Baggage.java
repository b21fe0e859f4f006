package io.itinera.gateway.api.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.stream.Stream;

/** Which headers stay behind at the door. */
final class Baggage {
    /** Between two neighbours only (RFC 9110 §7.6.1). */
    private static final List<String> HOP_BY_HOP =
            List.of(
                    "connection",
                    "keep-alive",
                    "proxy-authenticate",
                    "proxy-authorization",
                    "proxy-connection",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade");

    /** A person's credentials and what only a proxy may claim: no service sees or believes them. */
    private static final List<String> PERSONAL =
            List.of("authorization", "cookie", "forwarded", "x-requested-with");

    /**
     * The trace goes on as a child of ours; the client that connects to services writes it. Answers
     * are compressed once, here: one that came compressed would be compressed again.
     */
    private static final List<String> REWRITTEN =
            List.of("traceparent", "tracestate", "accept-encoding");

    /** What only a proxy, or one service to another, may say. */
    private static final List<String> CLAIMED = List.of("x-forwarded-", "x-itinera-");

    private Baggage() {}

    /** Leaves of a request what a service may see. */
    static void shedInward(MultiMap headers) {
        named(headers).forEach(headers::remove);
        PERSONAL.forEach(headers::remove);
        REWRITTEN.forEach(headers::remove);
        headers.names().stream().filter(Baggage::isClaimed).toList().forEach(headers::remove);
    }

    private static boolean isClaimed(String header) {
        return CLAIMED.stream()
                .anyMatch(prefix -> header.regionMatches(true, 0, prefix, 0, prefix.length()));
    }

    /**
     * Leaves of an answer what a browser may see: a service sets no cookie on the gateway's name.
     * Chunking is kept, because the proxy reads from it how the body comes.
     */
    static void shedOutward(MultiMap headers) {
        named(headers).filter(name -> !name.equals("transfer-encoding")).forEach(headers::remove);
        headers.remove(HttpHeaders.SET_COOKIE);
    }

    private static Stream<String> named(MultiMap headers) {
        Stream<String> listed =
                headers.getAll(HttpHeaders.CONNECTION).stream()
                        .flatMap(value -> Stream.of(value.split(",", -1)))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty());
        return Stream.concat(HOP_BY_HOP.stream(), listed).toList().stream();
    }
}
