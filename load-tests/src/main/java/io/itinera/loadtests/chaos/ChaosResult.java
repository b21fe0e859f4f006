package io.itinera.loadtests.chaos;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.itinera.loadtests.checker.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a scenario found, over all its runs.
 *
 * @param scenario its name
 * @param runs how many faults there were
 * @param events sent and accepted
 * @param lost accepted, and gone
 * @param repeated there more often than once
 * @param figures what else it measures, by name
 * @param broken the promises that were broken, in words
 */
public record ChaosResult(
        @JsonProperty String scenario,
        @JsonProperty int runs,
        @JsonProperty long events,
        @JsonProperty long lost,
        @JsonProperty long repeated,
        @JsonAnyGetter Map<String, Number> figures,
        @JsonIgnore List<String> broken) {

    public ChaosResult {
        figures = Map.copyOf(figures);
        broken = List.copyOf(broken);
    }

    /** A scenario's that has not run yet. */
    static ChaosResult of(String scenario) {
        return new ChaosResult(scenario, 0, 0, 0, 0, Map.of(), List.of());
    }

    /** With more faults, and what the checker says of them. */
    ChaosResult with(int faults, Judgement judgement) {
        return with(
                faults,
                judgement.taken(),
                judgement.lost(),
                judgement.repeated(),
                judgement.kept() ? List.of() : List.of(judgement.toString()));
    }

    ChaosResult with(int faults, long taken, long missing, long doubled, List<String> more) {
        List<String> all = new ArrayList<>(broken);
        all.addAll(more);
        return new ChaosResult(
                scenario,
                runs + faults,
                events + taken,
                lost + missing,
                repeated + doubled,
                figures,
                all);
    }

    /** With so much more of a figure. */
    ChaosResult adding(String figure, long more) {
        return figure(figure, figures.getOrDefault(figure, 0).longValue() + more);
    }

    /** With a figure that is the largest of all runs. */
    ChaosResult most(String figure, double one) {
        return figure(figure, Math.max(figures.getOrDefault(figure, one).doubleValue(), one));
    }

    /** With a figure that is the smallest of all runs. */
    ChaosResult least(String figure, double one) {
        return figure(figure, Math.min(figures.getOrDefault(figure, one).doubleValue(), one));
    }

    /** With a promise broken, unless it was kept. */
    ChaosResult requiring(boolean kept, String words) {
        return kept ? this : with(0, 0, 0, 0, List.of(words));
    }

    private ChaosResult figure(String figure, Number value) {
        Map<String, Number> all = new TreeMap<>(figures);
        all.put(figure, value);
        return new ChaosResult(scenario, runs, events, lost, repeated, all, broken);
    }

    /** Whether every promise was kept. */
    public boolean kept() {
        return broken.isEmpty();
    }
}
