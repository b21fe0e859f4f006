package io.itinera.segmentation.domain.attributes;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a formula cannot read from history, because it is about what it said itself. */
public sealed interface Memory {
    Memory NOTHING = new Nothing();

    /** Nothing. */
    record Nothing() implements Memory {}

    /**
     * How far a customer has come.
     *
     * @param name the stage
     * @param since since when
     */
    record Stage(String name, Instant since) implements Memory {}

    /**
     * A score.
     *
     * @param told the score that was told last
     * @param level the level of risk; null when there are none
     * @param points what each factor gives, by its name
     */
    record Score(int told, @Nullable String level, Map<String, Object> points) implements Memory {}
}
