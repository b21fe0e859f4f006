package io.itinera.segmentation.domain.attributes;

import io.itinera.contracts.attribute.RiskLevels.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The levels of risk of a score. A level is left only when the score is further beyond its bounds
 * than the hysteresis (a Schmitt trigger), so that a score that trembles at a bound does not tell a
 * change each time.
 *
 * @param trait the trait that has the level
 * @param levels from the lowest scores to the highest
 * @param hysteresis in points
 */
record Levels(String trait, List<Level> levels, int hysteresis) {
    private static final int END = 101;

    /** The level of a score. */
    String at(int score, @Nullable String before) {
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).name().equals(before) && holds(i, score)) {
                return levels.get(i).name();
            }
        }
        String found = levels.getFirst().name();
        for (Level level : levels) {
            found = score >= level.from() ? level.name() : found;
        }
        return found;
    }

    private boolean holds(int place, int score) {
        int end = place + 1 < levels.size() ? levels.get(place + 1).from() : END;
        return score >= levels.get(place).from() - hysteresis && score < end + hysteresis;
    }
}
