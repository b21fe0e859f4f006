package io.itinera.journeys.domain;

import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.outcomes.Outcome;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** An event or an outcome as the timeline has it. */
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
}
