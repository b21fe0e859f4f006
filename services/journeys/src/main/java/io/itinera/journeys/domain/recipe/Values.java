package io.itinera.journeys.domain.recipe;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What was filled in, read as what was asked for. */
final class Values {
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Map<String, String> texts = new HashMap<>();

    private Values() {}

    static Values read(List<Parameter> parameters, Map<String, String> given)
            throws InvalidParameters {
        Values values = new Values();
        Map<String, String> wrong = new HashMap<>();
        for (Parameter parameter : parameters) {
            String text = given.getOrDefault(parameter.name(), "").strip();
            String value = text.isEmpty() ? parameter.byDefault() : text;
            if (value != null) {
                values.texts.put(parameter.name(), value);
            }
            String flaw = flaw(parameter, value);
            if (flaw != null) {
                wrong.put(parameter.name(), flaw);
            }
        }
        if (!wrong.isEmpty()) {
            throw new InvalidParameters(wrong);
        }
        return values;
    }

    private static @Nullable String flaw(Parameter parameter, @Nullable String value) {
        if (value == null) {
            return parameter.required() ? "is missing" : null;
        }
        return switch (parameter.kind()) {
            case text, event -> null;
            case duration -> durationFlaw(value);
            case template -> templateFlaw(value);
        };
    }

    private static @Nullable String durationFlaw(String value) {
        try {
            return Duration.parse(value).isPositive() ? null : "must be longer than nothing";
        } catch (DateTimeParseException unreadable) {
            return "is no ISO-8601 duration such as P3D";
        }
    }

    private static @Nullable String templateFlaw(String value) {
        return UUID_TEXT.matcher(value).matches() ? null : "is no template's id";
    }

    String text(String name) {
        String text = texts.get(name);
        if (text == null) {
            throw new IllegalArgumentException("no parameter is called " + name);
        }
        return text;
    }

    Duration duration(String name) {
        return Duration.parse(text(name));
    }

    UUID id(String name) {
        return UUID.fromString(text(name));
    }
}
