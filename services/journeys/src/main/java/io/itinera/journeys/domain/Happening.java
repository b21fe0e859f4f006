package io.itinera.journeys.domain;

import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.outcomes.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An event, an outcome or what follows from them, as the timeline has it. */
record Happening(String name, Map<String, Object> properties, Instant occurredAt) {

    static Optional<Happening> of(Activity activity) {
        Event event = activity.event();
        if (event != null) {
            return Optional.of(new Happening(event.name(), event.properties(), event.occurredAt()));
        }
        Outcome outcome = activity.outcome();
        return outcome == null
                ? Optional.empty()
                : Optional.of(
                        new Happening(
                                outcome.name().wire(),
                                outcome.particulars(),
                                outcome.occurredAt()));
    }

    /** What followed under names of its own; what repeats the activity's own happening did not. */
    static List<Happening> followed(Activity activity) {
        String own = of(activity).map(Happening::name).orElse("");
        return activity.derived().stream()
                .filter(it -> !it.name().equals(own))
                .map(it -> new Happening(it.name(), it.properties(), activity.at()))
                .toList();
    }
}
