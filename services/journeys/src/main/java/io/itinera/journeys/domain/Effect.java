package io.itinera.journeys.domain;

import io.itinera.contracts.messages.MessageCommand;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.transitions.Transition;
import org.jspecify.annotations.Nullable;

/** What must now be done; each with the W3C traceparent of what began it. */
public sealed interface Effect {

    /** The trace that this continues. */
    @Nullable String trace();

    /** Ask messaging. */
    record Ask(MessageCommand command, @Nullable String trace) implements Effect {}

    /** Tell what happened and why. */
    record Tell(Transition transition, @Nullable String trace) implements Effect {}

    /** Tell segmentation what was done with the customer. */
    record Report(Outcome outcome, @Nullable String trace) implements Effect {}

    /** Hand a customer's runs over. */
    record Hand(Moved moved, @Nullable String trace) implements Effect {}
}
