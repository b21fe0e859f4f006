package io.itinera.contracts.condition;

import io.itinera.contracts.Wire;

/** What can come of a message, as conditions ask about it. */
@Wire
public enum MessageOutcome {
    /** The provider took it. */
    sent,
    /** It reached the inbox or the device. */
    delivered,
    /** It was looked at. */
    opened,
    /** A link in it was followed. */
    clicked,
    /** The address turned out not to take mail. */
    bounced,
    /** The customer called it spam. */
    complained,
    /** The customer took back consent. */
    unsubscribed,
    /** The provider refused it for good. */
    failed
}
