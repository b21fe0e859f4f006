package io.itinera.segmentation.domain.identity;

import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.SaidIdentities;
import java.util.LinkedHashSet;
import java.util.Set;

/** The names that an event gives its person, wherever {@link SaidIdentities} finds them. */
public final class Names {
    private Names() {}

    /** All of them, each once. */
    public static Set<Named> of(Event event) {
        Set<Named> names = new LinkedHashSet<>();
        SaidIdentities.each(event, (kind, value) -> names.add(new Named(kind, value)));
        return names;
    }

    /** Those beside the user id and the anonymous id. */
    public static Set<Named> others(Event event) {
        Set<Named> names = new LinkedHashSet<>();
        SaidIdentities.others(event, (kind, value) -> names.add(new Named(kind, value)));
        return names;
    }
}
