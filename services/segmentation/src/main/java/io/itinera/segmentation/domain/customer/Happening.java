package io.itinera.segmentation.domain.customer;

import io.itinera.contracts.events.Event;
import io.itinera.contracts.outcomes.Outcome;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Something that a customer did, that was done with them, or that followed from it: what a timeline
 * is made of.
 */
public sealed interface Happening {

    /** Unique in its workspace. */
    String id();

    /** The tenant. */
    String workspace();

    /** The name by which conditions count it. */
    String name();

    /** The particulars. */
    Map<String, Object> properties();

    /** When it happened, in whole milliseconds. */
    Instant occurredAt();

    /** When it is applied: when we were told. */
    Instant at();

    /**
     * The customer did it.
     *
     * @param event the event
     */
    record Did(Event event) implements Happening {
        @Override
        public String id() {
            return event.id();
        }

        @Override
        public String workspace() {
            return event.workspace();
        }

        @Override
        public String name() {
            return event.name();
        }

        @Override
        public Map<String, Object> properties() {
            return event.properties();
        }

        @Override
        public Instant occurredAt() {
            return event.occurredAt().truncatedTo(ChronoUnit.MILLIS);
        }

        @Override
        public Instant at() {
            return event.receivedAt().truncatedTo(ChronoUnit.MILLIS);
        }
    }

    /**
     * It was done with the customer.
     *
     * @param outcome the outcome
     */
    record Underwent(Outcome outcome) implements Happening {
        @Override
        public String id() {
            return outcome.id();
        }

        @Override
        public String workspace() {
            return outcome.workspace();
        }

        @Override
        public String name() {
            return outcome.name().wire();
        }

        @Override
        public Map<String, Object> properties() {
            return outcome.particulars();
        }

        @Override
        public Instant occurredAt() {
            return outcome.occurredAt().truncatedTo(ChronoUnit.MILLIS);
        }

        @Override
        public Instant at() {
            return occurredAt();
        }
    }

    /**
     * It followed from something, under a name of its own: nobody did it.
     *
     * @param id unique: the activity's, and the place in it
     * @param workspace the tenant
     * @param name the name by which conditions count it
     * @param properties the particulars
     * @param occurredAt when it followed
     * @param follows the id of the activity that it followed from
     */
    record Followed(
            String id,
            String workspace,
            String name,
            Map<String, Object> properties,
            Instant occurredAt,
            String follows)
            implements Happening {
        public Followed {
            occurredAt = occurredAt.truncatedTo(ChronoUnit.MILLIS);
        }

        @Override
        public Instant at() {
            return occurredAt;
        }
    }
}
