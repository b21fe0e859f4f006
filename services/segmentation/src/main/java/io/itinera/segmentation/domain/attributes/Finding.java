package io.itinera.segmentation.domain.attributes;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a formula says.
 *
 * @param values its traits; one that it does not say is absent
 * @param changesAt when time alone may change what it says; null for never
 * @param memory what it wants to be told again next time
 * @param news what is to be told, in order
 */
public record Finding(
        Map<String, Object> values, @Nullable Instant changesAt, Memory memory, List<News> news) {
    static final Finding NOTHING = new Finding(Map.of(), null, Memory.NOTHING, List.of());

    static Finding of(Map<String, Object> values, @Nullable Instant changesAt) {
        return new Finding(values, changesAt, Memory.NOTHING, List.of());
    }
}
