package io.itinera.insights.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far people came.
 *
 * @param steps in order
 * @param dropped how many reached a step and not the next; one fewer than there are steps
 */
public record FunnelAnswer(List<Step> steps, List<Long> dropped) {
    public FunnelAnswer {
        steps = List.copyOf(steps);
        dropped = List.copyOf(dropped);
    }

    /**
     * One step.
     *
     * @param event its event
     * @param people how many reached it
     * @param ofPrevious of those who reached the step before; absent for the first step, and when
     *     nobody did
     * @param ofFirst of those who reached the first step
     * @param medianFromPreviousMs the median time since the step before
     */
    public record Step(
            String event,
            long people,
            @Nullable Rate ofPrevious,
            @Nullable Rate ofFirst,
            @Nullable Double medianFromPreviousMs) {}

    /**
     * Puts figures together.
     *
     * @param people how many reached each step
     * @param medians the median time from the step before, null where nobody came
     */
    public static FunnelAnswer of(
            FunnelQuestion question, List<Long> people, List<@Nullable Double> medians) {
        List<Step> steps = new ArrayList<>();
        List<Long> dropped = new ArrayList<>();
        for (int at = 0; at < people.size(); at++) {
            long here = people.get(at);
            boolean first = at == 0;
            steps.add(
                    new Step(
                            question.steps().get(at).event(),
                            here,
                            first ? null : Rate.of(here, people.get(at - 1)).orElse(null),
                            Rate.of(here, people.getFirst()).orElse(null),
                            medians.get(at)));
            if (!first) {
                dropped.add(people.get(at - 1) - here);
            }
        }
        return new FunnelAnswer(steps, dropped);
    }
}
