package io.itinera.segmentation.domain.attributes;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one attribute says of a customer.
 *
 * @param version the attribute's version that says it
 * @param values its traits
 * @param since since when it says just this
 * @param changesAt when time alone may change it; null for never
 * @param memory what the formula wants to be told again
 */
public record Attained(
        int version,
        Map<String, Object> values,
        Instant since,
        @Nullable Instant changesAt,
        Memory memory) {

    /** Left to the computation of another version. */
    public Attained withoutChange() {
        return new Attained(version, values, since, null, memory);
    }

    /** Whether nothing of it need be kept. */
    public boolean isEmpty() {
        return values.isEmpty() && changesAt == null && memory instanceof Memory.Nothing;
    }
}
