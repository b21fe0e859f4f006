package io.itinera.messaging.domain.delivery;

import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.transitions.Transition;
import io.itinera.messaging.domain.EmailAddress;
import io.itinera.messaging.domain.Letter;

/** What must be done because a delivery moved. */
public sealed interface Effect {

    /** Tell the loop what was done with the customer. */
    record Tell(Outcome outcome) implements Effect {}

    /** Write down a step or a verdict, with its reason. */
    record Note(Transition transition) implements Effect {}

    /** Give the letter to the provider, and say what it answered. */
    record HandOver(Letter letter) implements Effect {}

    /** Never write to this address again. */
    record Suppress(EmailAddress address, String reason) implements Effect {}
}
