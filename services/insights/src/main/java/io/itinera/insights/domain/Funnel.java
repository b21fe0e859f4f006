package io.itinera.insights.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a funnel means for one person. The store computes the same in SQL; this is what it is held
 * against.
 */
public final class Funnel {
    private Funnel() {}

    /**
     * Something that a person did.
     *
     * @param atMs when, in milliseconds since 1970
     * @param steps the steps, from 0, that it can be
     */
    public record Occurrence(long atMs, Set<Integer> steps) {
        public Occurrence {
            steps = Set.copyOf(steps);
        }
    }

    /**
     * The times of the steps that a person reached, in the run that got furthest; of several, the
     * one that started first. From a given start, taking each step at its earliest gets furthest,
     * because whatever follows a later one follows the earliest too.
     *
     * @param ordered what they did, in order
     */
    public static List<Long> furthest(List<Occurrence> ordered, FunnelQuestion question) {
        List<Long> best = List.of();
        for (int start = 0; start < ordered.size(); start++) {
            Occurrence first = ordered.get(start);
            if (!first.steps().contains(0) || !question.period().has(first.atMs())) {
                continue;
            }
            List<Long> run = run(ordered, start, question);
            if (run.size() > best.size()) {
                best = run;
            }
        }
        return best;
    }

    private static List<Long> run(List<Occurrence> ordered, int start, FunnelQuestion question) {
        long end = ordered.get(start).atMs() + question.within().toMillis();
        List<Long> times = new ArrayList<>(List.of(ordered.get(start).atMs()));
        for (int at = start + 1; at < ordered.size(); at++) {
            Occurrence next = ordered.get(at);
            boolean more = times.size() < question.steps().size() && next.atMs() <= end;
            if (more && next.steps().contains(times.size())) {
                times.add(next.atMs());
            }
        }
        return times;
    }
}
