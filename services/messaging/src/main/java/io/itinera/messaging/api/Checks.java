package io.itinera.messaging.api;

import io.itinera.kit.problem.Flaw;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.messaging.domain.EmailAddress;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The shape of what was sent. */
final class Checks {
    static final String EMAIL = "email";

    private Checks() {}

    /** Text that is there and not longer than this. */
    static String text(String path, @Nullable String value, int most) {
        if (value == null || value.isBlank()) {
            throw flawed(path, "is missing");
        }
        return bounded(path, value, most);
    }

    /** Text that may be absent. */
    static String optional(String path, @Nullable String value, int most) {
        return value == null ? "" : bounded(path, value, most);
    }

    static EmailAddress address(String path, @Nullable String value) {
        return EmailAddress.parse(value).orElseThrow(() -> flawed(path, "is no mail address"));
    }

    static String channel(String path, @Nullable String value) {
        if (!EMAIL.equals(value)) {
            throw flawed(path, "is no channel; there is " + EMAIL);
        }
        return EMAIL;
    }

    static UUID id(String kind, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw Problem.notFound(kind, text);
        }
    }

    /** A name that something may have been given; what no column takes names nothing. */
    static String name(String kind, String text) {
        if (text.indexOf('\u0000') >= 0) {
            throw Problem.notFound(kind, text);
        }
        return text;
    }

    static @Nullable UUID parameter(String name, @Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new Problem(
                    ProblemCode.BAD_REQUEST, "The parameter " + name + " is no UUID: " + text);
        }
    }

    static Problem flawed(String path, String message) {
        return new Problem(
                ProblemCode.BAD_REQUEST,
                "The request cannot be read",
                List.of(new Flaw(path, message)));
    }

    /** Text without what no column takes; absent stays absent. */
    static @Nullable String plain(String path, @Nullable String value) {
        if (value != null && value.indexOf('\u0000') >= 0) {
            throw flawed(path, "contains U+0000, which is no text");
        }
        return value;
    }

    private static String bounded(String path, String value, int most) {
        plain(path, value);
        if (value.length() > most) {
            throw flawed(path, "is longer than " + most + " characters");
        }
        return value;
    }
}
