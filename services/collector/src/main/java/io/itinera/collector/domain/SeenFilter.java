package io.itinera.collector.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which events somebody wants to see; null wants all.
 *
 * @param source where from
 * @param kind what became of them
 * @param name the event's, page's or screen's name
 */
public record SeenFilter(@Nullable UUID source, @Nullable Kind kind, @Nullable String name) {
    /** What became of an event. */
    public enum Kind {
        /** It was taken, with or without warnings. */
        ACCEPTED,
        /** It was taken and is not what the tracking plan says. */
        WARNED,
        /** It was refused. */
        REJECTED
    }

    /** Whether this is one of them. */
    public boolean passes(SeenEvent seen) {
        return (source == null || source.equals(seen.source().id()))
                && (name == null || name.equals(seen.headline().name()))
                && (kind == null || isOfKind(seen, kind));
    }

    private static boolean isOfKind(SeenEvent seen, Kind kind) {
        return switch (kind) {
            case ACCEPTED -> seen.flaw() == null;
            case WARNED -> !seen.breaches().isEmpty();
            case REJECTED -> seen.flaw() != null;
        };
    }
}
