package io.itinera.segmentation.domain.attributes;

import io.itinera.conditions.History;
import io.itinera.conditions.Subject;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a formula sees of a customer.
 *
 * @param subject them, as conditions see them
 * @param history what they did
 * @param saidAt when a trait got the value it has; null when that is not known
 */
public record Sight(Subject subject, History history, Function<String, @Nullable Instant> saidAt) {
    Instant now() {
        return subject.now();
    }
}
