package io.itinera.segmentation.domain.identity;

import io.itinera.contracts.events.Event;
import org.jspecify.annotations.Nullable;

/**
 * How we know.
 *
 * @param evidence the id of the event that says so, or of the request of a person
 * @param source the source of the event; null for a request, and where an earlier release noted it
 * @param by the person who asked for it; null where an event says so
 * @param identity what it is about: a device or another name; null where a person named customers
 */
public record Grounds(
        String evidence, @Nullable String source, @Nullable String by, @Nullable Named identity) {
    /** What an earlier release did not note. */
    public static final Grounds UNNOTED = new Grounds("", null, null, null);

    /** An event says so of this name. */
    public static Grounds of(Event event, Named identity) {
        return new Grounds(event.id(), event.source(), null, identity);
    }

    /** Whether a person asked for it, so that nothing is inferred. */
    public boolean isAsked() {
        return by != null;
    }
}
