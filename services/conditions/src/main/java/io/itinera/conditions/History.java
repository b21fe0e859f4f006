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
     * What a scan would find, without what each event is: whoever keeps account of it need not look
     * at the events again.
     *
     * @param measure what is looked for; it does not mention the trigger
     * @param reach how far
     */
    default Matches matches(Measure measure, Reach reach) {
        return Walk.through(this, measure, reach, Map.of(), _ -> {});
    }

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
