package io.itinera.segmentation.api;

import io.itinera.segmentation.domain.customer.Customer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tag that a customer has.
 *
 * @param name the tag
 * @param by who or what gave it
 * @param at when
 * @param until when it ends by itself; null for never
 */
@RegisterForReflection
record TagAnswer(String name, String by, Instant at, @Nullable Instant until) {

    static List<TagAnswer> of(Customer customer) {
        return customer.tags().entrySet().stream()
                .filter(it -> it.getValue().on())
                .map(
                        it ->
                                new TagAnswer(
                                        it.getKey(),
                                        it.getValue().by(),
                                        it.getValue().at(),
                                        it.getValue().until()))
                .toList();
    }
}
