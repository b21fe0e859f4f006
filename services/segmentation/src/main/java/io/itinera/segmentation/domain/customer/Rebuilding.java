package io.itinera.segmentation.domain.customer;

import io.itinera.segmentation.domain.attributes.AttributeBook;
import java.util.List;

/**
 * What is known of a customer, put together again from an earlier state and from what they did.
 * Being told something twice changes nothing, so that it does not matter how much of it the earlier
 * state knows; what would count twice, the number of events, is left as it is.
 */
public final class Rebuilding {
    private Rebuilding() {}

    /** With what these lines say. */
    public static Customer with(Customer known, List<Entry> entries) {
        Changes changes = Changes.of(known);
        for (Entry entry : entries) {
            changes.learn(entry.happening());
            changes.saw(entry.happening());
        }
        return changes.counting(known.events()).at(known.clock());
    }

    /** With what was known of somebody who was found to be the same. */
    public static Customer with(Customer known, Customer other) {
        Changes changes = Changes.of(known);
        changes.learn(other, AttributeBook.EMPTY);
        changes.saw(other);
        return changes.counting(known.events()).at(known.clock());
    }
}
