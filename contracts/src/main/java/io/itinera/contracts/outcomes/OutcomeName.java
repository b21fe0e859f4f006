package io.itinera.contracts.outcomes;

import com.fasterxml.jackson.annotation.JsonValue;

/** What can come of what we do; the name under which it stands in a customer's timeline. */
public enum OutcomeName {
    /** The provider took the message. */
    MESSAGE_SENT("$message_sent"),
    /** A gate refused it; property {@code reason}. */
    MESSAGE_SUPPRESSED("$message_suppressed"),
    /** The provider refused it for good; property {@code reason}. */
    MESSAGE_FAILED("$message_failed"),
    /** It was called back before it left. */
    MESSAGE_CALLED_BACK("$message_called_back"),
    /** The customer followed a link; property {@code url}. */
    MESSAGE_CLICKED("$message_clicked"),
    /**
     * A run of a journey began; the cause says which. Properties {@code event}, the name of what
     * began it, and {@code origin}, who the customer was then.
     */
    JOURNEY_ENTERED("$journey_entered"),
    /**
     * A run of a journey is over; the cause says which. Properties {@code way}, a {@link WayOut},
     * {@code reason}, {@code enteredAt} and {@code origin}, who the customer was when it began.
     */
    JOURNEY_LEFT("$journey_left"),
    /** The customer gave or took back consent; properties {@code channel} and {@code state}. */
    CONSENT_CHANGED("$consent_changed"),
    /** A person asked that the customer become another; properties {@code into} and {@code by}. */
    MERGE_ASKED("$merge_asked"),
    /** A person asked that the customer be themselves again; property {@code by}. */
    UNMERGE_ASKED("$unmerge_asked"),
    /**
     * The customer was given a tag; properties {@code tag}, {@code by} and, when it ends by itself,
     * {@code until}.
     */
    TAG_ADDED("tag.added"),
    /** A tag was taken from the customer; properties {@code tag} and {@code by}. */
    TAG_REMOVED("tag.removed");

    private final String wire;

    OutcomeName(String wire) {
        this.wire = wire;
    }

    /** The name on the wire and in conditions. */
    @JsonValue
    public String wire() {
        return wire;
    }
}
