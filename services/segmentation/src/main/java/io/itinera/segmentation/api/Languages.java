package io.itinera.segmentation.api;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** In which language somebody wants to be answered. */
final class Languages {
    private static final List<Locale> SPOKEN =
            List.of(Locale.ENGLISH, Locale.JAPANESE, Locale.CHINESE);

    private Languages() {}

    /** The one that they name, else the one that their browser asks for, else English. */
    static Locale of(@Nullable Locale named, HttpServerRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (named != null || accepted == null) {
            return named == null ? Locale.ENGLISH : named;
        }
        try {
            Locale spoken = Locale.lookup(Locale.LanguageRange.parse(accepted), SPOKEN);
            return spoken == null ? Locale.ENGLISH : spoken;
        } catch (IllegalArgumentException malformed) {
            return Locale.ENGLISH;
        }
    }
}
