package io.itinera.segmentation.domain.attributes;

import io.itinera.conditions.Conditions;
import io.itinera.contracts.attribute.AttributeRule.Computed.Of;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One value made of all the events of a name. What a window lets go makes it be asked again at that
 * very moment.
 *
 * @param name the trait
 * @param of which value
 * @param counted which events
 * @param property what of them; null for a count
 */
record Computing(String name, Of of, Occurrences counted, @Nullable String property)
        implements Formula.Fold {

    @Override
    public String event() {
        return counted.event();
    }

    @Override
    public Finding find(Sight sight, @Nullable Attained before) {
        Gathering gathering = Gathering.of(of);
        Instant changesAt =
                counted.scan(
                        sight,
                        occurrence ->
                                gathering.take(
                                        property == null
                                                ? null
                                                : Conditions.value(
                                                        occurrence.properties(), property)));
        Object value = gathering.value();
        return Finding.of(value == null ? Map.of() : Map.of(name, value), changesAt);
    }
}
