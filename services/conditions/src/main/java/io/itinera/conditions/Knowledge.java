package io.itinera.conditions;

import java.util.EnumSet;
import java.util.Set;

/** What not everyone who asks conditions knows of a customer. */
public enum Knowledge {
    /** What is known of their account. */
    ACCOUNTS("accounts are not known here"),
    /** Which journeys they are in, and which they have finished. */
    JOURNEYS("how customers stand with journeys is not known here yet"),
    /** Which journeys' goals they have reached. */
    GOALS("journeys have no goals yet"),
    /** Which segments they are in. */
    SEGMENTS("segments are not known here"),
    /** The event that started an enrollment. */
    TRIGGER("there is no trigger to ask about");

    /** All there is to know. */
    public static final Set<Knowledge> ALL = Set.copyOf(EnumSet.allOf(Knowledge.class));

    private final String refusal;

    Knowledge(String refusal) {
        this.refusal = refusal;
    }

    String refusal() {
        return refusal;
    }
}
