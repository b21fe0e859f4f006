package io.itinera.journeys.domain.recipe;

import org.jspecify.annotations.Nullable;

/**
 * Something to fill in.
 *
 * @param name by which the filled-in value comes
 * @param label for people
 * @param kind what is expected
 * @param byDefault the value when none comes
 * @param required false when it may stay empty
 */
public record Parameter(
        String name, Localized label, Kind kind, @Nullable String byDefault, boolean required) {

    /** What a form offers for it, named as on the wire. */
    public enum Kind {
        /** Any text. */
        text,
        /** An ISO-8601 duration. */
        duration,
        /** An event's name. */
        event,
        /** A template's id. */
        template
    }
}
