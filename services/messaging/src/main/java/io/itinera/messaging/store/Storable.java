package io.itinera.messaging.store;

import org.jspecify.annotations.Nullable;

/** Text as a column takes it: PostgreSQL has no U+0000, in text as in JSON. */
final class Storable {
    private Storable() {}

    /** True when a column can have this text. */
    static boolean is(String text) {
        return text.indexOf('\u0000') < 0;
    }

    static @Nullable String text(@Nullable String any) {
        return any == null ? null : any.replace('\u0000', '\uFFFD');
    }
}
