package io.itinera.contracts.attribute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.itinera.contracts.Frozen;
import io.itinera.contracts.Wire;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The risk that follows from a score.
 *
 * @param trait the trait that has the level
 * @param levels from the lowest scores to the highest; the first begins at 0
 * @param hysteresis how many points beyond its bounds the score must be before a level is left; 0
 *     when absent
 */
@Wire
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RiskLevels(
        String trait,
        @JsonProperty(isRequired = OptBoolean.TRUE) List<Level> levels,
        @Nullable Integer hysteresis) {
    public RiskLevels {
        levels = Frozen.list(levels);
    }

    /**
     * A stretch of scores.
     *
     * @param name what people call it, and the trait's value
     * @param from the smallest score of it
     */
    public record Level(String name, int from) {}
}
