package io.itinera.segmentation.api;

import io.itinera.conditions.Conditions;
import io.itinera.segmentation.domain.attributes.Attained;
import io.itinera.segmentation.domain.attributes.Memory;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Stamped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a trait comes from.
 *
 * @param value what it is
 * @param type what kind of value that is: text, date, number, boolean, list or object
 * @param source the source that said it; null when an attribute makes it
 * @param attribute the attribute that makes it; null when it was said
 * @param at when it was said, or since when the attribute says so
 * @param factors what a score is made of: the points of each factor
 */
@RegisterForReflection
record TraitAnswer(
        Object value,
        String type,
        @Nullable String source,
        @Nullable String attribute,
        Instant at,
        @Nullable Map<String, Object> factors) {

    /** A customer's traits by their names; what an attribute makes hides what was said. */
    static SortedMap<String, TraitAnswer> of(Customer customer) {
        SortedMap<String, TraitAnswer> answers = of(customer.traits());
        customer.attained().forEach((id, attained) -> put(answers, id, attained));
        return answers;
    }

    /** Traits that were said. */
    static SortedMap<String, TraitAnswer> of(Map<String, Stamped<Object>> traits) {
        SortedMap<String, TraitAnswer> answers = new TreeMap<>();
        traits.forEach((name, said) -> put(answers, name, said));
        return answers;
    }

    private static void put(Map<String, TraitAnswer> answers, String name, Stamped<Object> said) {
        Object value = said.value();
        if (value != null) {
            answers.put(
                    name, new TraitAnswer(value, type(value), said.by(), null, said.at(), null));
        }
    }

    private static void put(Map<String, TraitAnswer> answers, String id, Attained attained) {
        Map<String, Object> factors =
                attained.memory() instanceof Memory.Score score ? score.points() : null;
        attained.values()
                .forEach(
                        (name, value) ->
                                answers.put(
                                        name,
                                        new TraitAnswer(
                                                value,
                                                type(value),
                                                null,
                                                id,
                                                attained.since(),
                                                factors)));
    }

    private static String type(Object value) {
        return switch (value) {
            case String text -> Conditions.moment(text) == null ? "text" : "date";
            case Number _ -> "number";
            case Boolean _ -> "boolean";
            case Collection<?> _ -> "list";
            default -> "object";
        };
    }
}
