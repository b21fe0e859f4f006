package io.itinera.messaging.api;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages in which we speak to authors and to customers. */
final class Spoken {
    static final List<String> LOCALES = List.of("en", "ja", "zh-TW");

    private Spoken() {}

    /** The one of them that is meant; English when it is none. */
    static String of(@Nullable String locale) {
        String language = locale == null ? "en" : Locale.forLanguageTag(locale).getLanguage();
        return switch (language) {
            case "ja" -> "ja";
            case "zh" -> "zh-TW";
            default -> "en";
        };
    }
}
