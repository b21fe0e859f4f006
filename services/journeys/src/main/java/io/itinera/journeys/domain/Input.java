package io.itinera.journeys.domain;

import io.itinera.contracts.activity.Activity;
import org.jspecify.annotations.Nullable;

/** What moves a customer. */
public sealed interface Input {

    /**
     * Something happened to them.
     *
     * @param activity what
     * @param trace its W3C traceparent, when it came with one
     */
    record Happened(Activity activity, @Nullable String trace) implements Input {}

    /** Time alone: whatever of theirs is due by now. */
    record TimeCame() implements Input {}

    /** The published journeys changed. */
    record DefinitionsChanged() implements Input {}

    /** Another customer turned out to be this one, and their runs arrive. */
    record MovedIn(Moved moved) implements Input {}
}
