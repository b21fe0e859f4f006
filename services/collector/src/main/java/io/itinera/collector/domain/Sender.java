package io.itinera.collector.domain;

import io.itinera.contracts.settings.IntakeRules;
import io.itinera.contracts.settings.Keep;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request, as its connection and headers tell; what is kept of it, a source's rules say.
 *
 * @param address the IP address, behind a proxy that is trusted the one that the proxy tells
 * @param userAgent what a browser calls itself; null for whatever is no browser, which says nothing
 *     of the customer
 */
public record Sender(@Nullable String address, @Nullable String userAgent) {
    /** Nothing is told. */
    public static final Sender UNKNOWN = new Sender(null, null);

    /** What may be kept of them. */
    Sender kept(IntakeRules rules) {
        return new Sender(
                kept(address, rules.address(), it -> Shortened.address(it).orElse(null)),
                kept(userAgent, rules.userAgent(), Shortened::userAgent));
    }

    private static @Nullable String kept(
            @Nullable String told, Keep keep, Function<String, @Nullable String> shortened) {
        return switch (keep) {
            case full -> told;
            case truncated -> told == null ? null : shortened.apply(told);
            case none -> null;
        };
    }
}
