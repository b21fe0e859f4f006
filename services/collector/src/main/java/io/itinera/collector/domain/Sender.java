package io.itinera.collector.domain;

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
}
