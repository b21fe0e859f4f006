package io.itinera.journeys.domain;

import io.itinera.contracts.Frozen;
import java.util.List;

/**
 * What a step comes to.
 *
 * @param customer them afterwards
 * @param effects what follows, in order
 */
public record Decision(Customer customer, List<Effect> effects) {
    public Decision {
        effects = Frozen.list(effects);
    }
}
