package io.itinera.segmentation.domain.people;

import io.itinera.segmentation.domain.identity.Named;
import java.util.Set;
import java.util.UUID;

/**
 * What leads from one customer to more of an erased person.
 *
 * @param names by which they were known
 * @param customers who had become them
 * @param more whether there are more of these, which are told when it is asked again
 */
public record Leads(Set<Named> names, Set<UUID> customers, boolean more) {
    public static final Leads NONE = new Leads(Set.of(), Set.of(), false);

    public Leads {
        names = Set.copyOf(names);
        customers = Set.copyOf(customers);
    }

    /** Names alone. */
    public static Leads of(Set<Named> names) {
        return new Leads(names, Set.of(), false);
    }
}
