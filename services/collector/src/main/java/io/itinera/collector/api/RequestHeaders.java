package io.itinera.collector.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.itinera.collector.Credentials;
import io.itinera.collector.domain.Resent;
import io.itinera.collector.domain.Sender;
import io.itinera.collector.domain.Shortened;
import io.itinera.contracts.settings.Keep;
import io.itinera.contracts.settings.Source;
import io.itinera.kit.trace.Traces;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What clients say outside of the body. */
final class RequestHeaders {
    private static final CharSequence TRACE = HttpHeaders.createOptimized(Traces.HEADER);
    private static final CharSequence WRITE_KEY = HttpHeaders.createOptimized("X-Write-Key");
    private static final CharSequence ANONYMOUS_ID = HttpHeaders.createOptimized("AnonymousId");
    private static final CharSequence SENT_AT = HttpHeaders.createOptimized("SentAt");
    private static final CharSequence RETRY_COUNT = HttpHeaders.createOptimized("X-Retry-Count");
    private static final CharSequence SINCE_FIRST_ATTEMPT =
            HttpHeaders.createOptimized("Rsa-Since-First-Attempt");

    private static final String BASIC = "Basic ";
    private static final String BROWSER = "Mozilla/";

    private RequestHeaders() {}

    static Credentials credentials(HttpServerRequest request) {
        boolean hasQuery = request.query() != null;
        return new Credentials(
                basicUser(request.getHeader(HttpHeaders.AUTHORIZATION)),
                hasQuery ? present(request.getParam("writeKey")) : null,
                present(request.getHeader(WRITE_KEY)),
                hasQuery ? apiKey(request) : null);
    }

    private static @Nullable String apiKey(HttpServerRequest request) {
        String key = present(request.getParam("api_key"));
        return key == null ? present(request.getParam("api_secret")) : key;
    }

    /** The device's id that RudderStack's clients send beside the body, decoded. */
    static @Nullable String anonymousId(HttpServerRequest request) {
        String encoded = request.getHeader(ANONYMOUS_ID);
        try {
            return encoded == null ? null : present(decoded(encoded));
        } catch (IllegalArgumentException noBase64) {
            return null;
        }
    }

    /** The trace that it came with, or a new one. */
    static String trace(HttpServerRequest request) {
        return Traces.arriving(request.getHeader(TRACE));
    }

    /**
     * Who sent it; what calls itself as every browser does is one.
     *
     * @param source whose request it is, if that is known; only where addresses are kept is one
     *     looked for
     */
    static Sender sender(HttpServerRequest request, Optional<Source> source) {
        String userAgent = request.getHeader(HttpHeaders.USER_AGENT);
        boolean isBrowser = userAgent != null && userAgent.startsWith(BROWSER);
        boolean forgets = source.isPresent() && source.get().rules().address() == Keep.none;
        return new Sender(
                forgets ? null : address(request),
                isBrowser
                        ? userAgent.substring(
                                0, Math.min(userAgent.length(), Shortened.USER_AGENT_LENGTH))
                        : null);
    }

    private static @Nullable String address(HttpServerRequest request) {
        SocketAddress address = request.remoteAddress();
        return address == null ? null : address.hostAddress();
    }

    static Resent resent(HttpServerRequest request) {
        return new Resent(
                present(request.getHeader(SENT_AT)),
                millis(request.getHeader(SINCE_FIRST_ATTEMPT)),
                request.headers().contains(RETRY_COUNT));
    }

    /** The user name of Basic authorization, whose password is empty and whose colon may lack. */
    private static @Nullable String basicUser(@Nullable String authorization) {
        if (authorization == null
                || !authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return null;
        }
        try {
            String user = decoded(authorization.substring(BASIC.length()));
            int colon = user.indexOf(':');
            return present(colon < 0 ? user : user.substring(0, colon));
        } catch (IllegalArgumentException noBase64) {
            return null;
        }
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64.strip()), UTF_8);
    }

    private static @Nullable Duration millis(@Nullable String text) {
        if (text == null || !text.matches("\\d{1,15}")) {
            return null;
        }
        return Duration.ofMillis(Long.parseLong(text));
    }

    /** Null for what says nothing. */
    static @Nullable String present(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
