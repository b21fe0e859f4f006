package io.itinera.segmentation;

import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.outcomes.OutcomeName;
import io.itinera.kit.records.Unreadable;
import io.itinera.segmentation.domain.customer.Entry;
import io.itinera.segmentation.domain.customer.Happening;
import io.itinera.segmentation.domain.identity.Grounds;
import io.itinera.segmentation.domain.people.PeopleRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Tells what a person asks for from what was done with a customer: both come as outcomes. */
final class Asking {
    /** The property that names the customer who goes on. */
    static final String INTO = "into";

    /** The property that names the person who asks. */
    static final String BY = "by";

    private Asking() {}

    /**
     * What moves the customer whom an outcome names.
     *
     * @throws Unreadable when it asks for a merge with nobody, or in nobody's name
     */
    static PeopleRecord.InTurn of(Outcome outcome) {
        UUID customer = outcome.customer();
        Instant at = outcome.occurredAt().truncatedTo(ChronoUnit.MILLIS);
        if (outcome.name() == OutcomeName.MERGE_ASKED) {
            Merge merge = new Merge(customer, other(outcome));
            return new PeopleRecord.Found(outcome.workspace(), merge, at, grounds(outcome));
        }
        if (outcome.name() == OutcomeName.UNMERGE_ASKED) {
            return new PeopleRecord.PartingAsked(
                    outcome.workspace(), customer, at, grounds(outcome));
        }
        Entry entry = new Entry(origin(outcome), new Happening.Underwent(outcome));
        return new PeopleRecord.Happened(customer, entry);
    }

    /** A run belongs to whom it began with, though another whom they became may have ended it. */
    private static UUID origin(Outcome outcome) {
        boolean isOfRun =
                outcome.name() == OutcomeName.JOURNEY_ENTERED
                        || outcome.name() == OutcomeName.JOURNEY_LEFT;
        if (isOfRun && outcome.properties().get("origin") instanceof String origin) {
            try {
                return UUID.fromString(origin);
            } catch (IllegalArgumentException e) {
                throw new Unreadable("nobody_named", "a run began with no customer");
            }
        }
        return outcome.customer();
    }

    private static UUID other(Outcome outcome) {
        try {
            UUID into = UUID.fromString(text(outcome, INTO));
            if (!into.equals(outcome.customer())) {
                return into;
            }
        } catch (IllegalArgumentException e) {
            throw new Unreadable("nobody_named", "a merge is into no customer");
        }
        throw new Unreadable("nobody_named", "nobody merges into themselves");
    }

    private static Grounds grounds(Outcome outcome) {
        return new Grounds(outcome.id(), null, text(outcome, BY), null);
    }

    private static String text(Outcome outcome, String property) {
        if (outcome.properties().get(property) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw new Unreadable("nobody_named", outcome.name().wire() + " lacks " + property);
    }
}
