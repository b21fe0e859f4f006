package io.itinera.conditions;

import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;

/** What a customer did, as far as it is kept. */
public interface History {

    /**
     * Shows a customer's events of one name, newest first by {@code occurredAt}.
     *
     * @param event the name
     * @param from the earliest {@code occurredAt} of interest, itself included
     * @param visitor says whether it wants to see the next
     */
    void scan(String event, Instant from, Predicate<Occurrence> visitor);

    /**
     * One event as a count needs it.
     *
     * @param occurredAt when it happened
     * @param properties what is known of it
     * @param id the event's; empty where it is not kept
     */
    record Occurrence(Instant occurredAt, Map<String, Object> properties, String id) {

        /** One whose id is not kept. */
        public Occurrence(Instant occurredAt, Map<String, Object> properties) {
            this(occurredAt, properties, "");
        }
    }
}
