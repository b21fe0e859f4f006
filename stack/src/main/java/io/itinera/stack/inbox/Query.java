package io.itinera.stack.inbox;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The query part of a request. */
record Query(Map<String, String> values) {

    Query {
        values = Map.copyOf(values);
    }

    static Query of(HttpExchange exchange) {
        return parse(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
    }

    static Query parse(String raw) {
        Map<String, String> values = new HashMap<>();
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return new Query(values);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(it -> !it.isBlank());
    }

    Optional<Long> number(String name) {
        return text(name).map(Long::parseLong);
    }

    boolean wantsRaw() {
        return text("raw").equals(Optional.of("true"));
    }

    /** {@code to} (an address) and {@code since} (ISO 8601, inclusive); both optional. */
    Predicate<MailStore.Entry> filter() {
        Optional<String> to = text("to");
        Optional<Instant> since = text("since").map(Instant::parse);
        return entry ->
                to.map(it -> entry.to().stream().anyMatch(it::equalsIgnoreCase)).orElse(true)
                        && since.map(it -> !entry.receivedAt().isBefore(it)).orElse(true);
    }

    private static String decode(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }
}
