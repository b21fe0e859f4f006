package io.itinera.collector.domain;

import io.itinera.contracts.events.EventType;
import org.jspecify.annotations.Nullable;

/** What events are called on the events topic, in the plan and among what was seen. */
final class EventNames {
    private EventNames() {}

    static @Nullable String of(EventType type, Draft draft) {
        return switch (type) {
            case track -> draft.text(Text.EVENT);
            case identify -> "$identify";
            case page -> "$page";
            case screen -> "$screen";
            case group -> "$group";
            case alias -> "$alias";
        };
    }

    /** Of an event that may have been refused for having none. */
    static @Nullable String of(Draft draft) {
        String type = draft.text(Text.TYPE);
        return type == null
                ? null
                : Checks.typeOf(type).map(known -> of(known, draft)).orElse(null);
    }
}
