package io.itinera.segmentation.domain.attributes;

import java.time.Instant;
import java.util.Map;
import java.util.SortedSet;
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

    /**
     * Dates that are known, as far as one could still be told of them.
     *
     * @param known each by a number that names it, by {@code Dates}
     */
    record Dates(SortedSet<Long> known) implements Memory {}

    /**
     * A schedule's round that was told.
     *
     * @param round when it began
     */
    record Round(Instant round) implements Memory {}
}
