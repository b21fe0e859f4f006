package io.itinera.collector.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.itinera.collector.Credentials;
import io.itinera.collector.domain.Resent;
import io.itinera.collector.domain.Sender;
import io.itinera.collector.domain.Shortened;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What clients say outside of the body. */
final class RequestHeaders {
    private static final String BASIC = "Basic ";
    private static final String BROWSER = "Mozilla/";

    private RequestHeaders() {}

    static Credentials credentials(HttpServerRequest request) {
        boolean hasQuery = request.query() != null;
        return new Credentials(
                basicUser(request.getHeader(HttpHeaders.AUTHORIZATION)),
                hasQuery ? present(request.getParam("writeKey")) : null,
                present(request.getHeader("X-Write-Key")),
                hasQuery ? apiKey(request) : null);
    }

    private static @Nullable String apiKey(HttpServerRequest request) {
        String key = present(request.getParam("api_key"));
        return key == null ? present(request.getParam("api_secret")) : key;
    }

    /** The device's id that RudderStack's clients send beside the body, decoded. */
    static @Nullable String anonymousId(HttpServerRequest request) {
        String encoded = request.getHeader("AnonymousId");
        try {
            return encoded == null ? null : present(decoded(encoded));
        } catch (IllegalArgumentException noBase64) {
            return null;
        }
    }

    /** Who sent it; what calls itself as every browser does is one. */
    static Sender sender(HttpServerRequest request) {
        String userAgent = request.getHeader(HttpHeaders.USER_AGENT);
        boolean isBrowser = userAgent != null && userAgent.startsWith(BROWSER);
        SocketAddress address = request.remoteAddress();
        return new Sender(
                address == null ? null : address.hostAddress(),
                isBrowser
                        ? userAgent.substring(
                                0, Math.min(userAgent.length(), Shortened.USER_AGENT_LENGTH))
                        : null);
    }

    static Resent resent(HttpServerRequest request) {
        return new Resent(
                present(request.getHeader("SentAt")),
                millis(request.getHeader("Rsa-Since-First-Attempt")),
                request.headers().contains("X-Retry-Count"));
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
