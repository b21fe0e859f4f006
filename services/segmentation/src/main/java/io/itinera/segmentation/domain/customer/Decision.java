package io.itinera.segmentation.domain.customer;

import io.itinera.contracts.activity.Activity;
import java.util.List;

/**
 * What an input made of a customer.
 *
 * @param customer the customer after it
 * @param activities what others are told, in order
 */
public record Decision(Customer customer, List<Activity> activities) {

    /** The lines that followed, for the timeline: each under a name of its own. */
    public List<Entry> followed() {
        return activities.stream().flatMap(each -> Following.lines(each).stream()).toList();
    }
}
