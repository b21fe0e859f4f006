package io.itinera.collector.api;

import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parameters of lists, read; what cannot be is answered 400 by its name. */
final class Parameters {
    static final int MAX_LIMIT = 200;

    private Parameters() {}

    static @Nullable UUID id(String name, @Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw wrong(name, "is no UUID", text);
        }
    }

    static @Nullable Instant instant(String name, @Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException _) {
            throw wrong(name, "is no moment such as 2026-11-21T09:30:00Z", text);
        }
    }

    static <E extends Enum<E>> @Nullable E oneOf(
            String name, @Nullable String text, Class<E> type) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> word(value).equals(text))
                .findFirst()
                .orElseThrow(() -> wrong(name, "is not among " + words(type), text));
    }

    /** What no column takes names nothing. */
    static @Nullable String text(String name, @Nullable String text) {
        if (text != null && text.indexOf('\u0000') >= 0) {
            throw wrong(name, "contains U+0000, which is no text", "");
        }
        return text;
    }

    static int limit(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw wrong("limit", "is not from 1 to " + MAX_LIMIT, Integer.toString(limit));
        }
        return limit;
    }

    static Problem wrong(String name, String why, @Nullable String value) {
        return new Problem(
                ProblemCode.BAD_REQUEST, "The parameter %s %s: %s".formatted(name, why, value));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String words(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(Parameters::word)
                .collect(Collectors.joining(", "));
    }
}
