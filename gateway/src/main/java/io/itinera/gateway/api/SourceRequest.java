package io.itinera.gateway.api;

import org.jspecify.annotations.Nullable;

/**
 * A source as it is sent.
 *
 * @param name what people call it
 * @param enabled false to refuse its keys; absent is true
 */
record SourceRequest(String name, @Nullable Boolean enabled) {
    SourceRequest checked() {
        new Shape().name("/name", name).complete();
        return this;
    }

    boolean isEnabled() {
        return enabled == null || enabled;
    }
}
