package io.itinera.insights.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FunnelProperties {
    private static final int STEPS = 3;
    private static final FunnelQuestion QUESTION =
            new FunnelQuestion(
                    List.of(step("a"), step("b"), step("c")),
                    Duration.ofMillis(10),
                    Instant.ofEpochMilli(5),
                    Instant.ofEpochMilli(25));

    @Property(tries = 2_000)
    void greedyRunIsTheBestOfAllRuns(@ForAll("people") List<Funnel.Occurrence> person) {
        List<Funnel.Occurrence> ordered =
                person.stream().sorted(Comparator.comparingLong(Funnel.Occurrence::atMs)).toList();
        int best = everyRun(ordered, 0, List.of()).stream().mapToInt(List::size).max().orElse(0);
        assertEquals(best, Funnel.furthest(ordered, QUESTION).size());
    }

    @Property
    void runIsOneOfAllRuns(@ForAll("people") List<Funnel.Occurrence> person) {
        List<Funnel.Occurrence> ordered =
                person.stream().sorted(Comparator.comparingLong(Funnel.Occurrence::atMs)).toList();
        List<Long> run = Funnel.furthest(ordered, QUESTION);
        assertEquals(!run.isEmpty(), everyRun(ordered, 0, List.of()).contains(run));
    }

    /** Tries every way of taking or leaving each occurrence. */
    private static List<List<Long>> everyRun(
            List<Funnel.Occurrence> ordered, int at, List<Long> run) {
        List<List<Long>> runs = new ArrayList<>();
        if (!run.isEmpty()) {
            runs.add(run);
        }
        for (int next = at; next < ordered.size() && run.size() < STEPS; next++) {
            Funnel.Occurrence it = ordered.get(next);
            boolean inTime =
                    run.isEmpty()
                            ? it.atMs() >= 5 && it.atMs() < 25
                            : it.atMs() - run.getFirst() <= 10;
            if (inTime && it.steps().contains(run.size())) {
                List<Long> longer = new ArrayList<>(run);
                longer.add(it.atMs());
                runs.addAll(everyRun(ordered, next + 1, longer));
            }
        }
        return runs;
    }

    @Provide
    Arbitrary<List<Funnel.Occurrence>> people() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 40),
                        Arbitraries.integers().between(0, STEPS - 1).set().ofMaxSize(2))
                .as(Funnel.Occurrence::new)
                .list()
                .ofMaxSize(9);
    }

    private static FunnelStep step(String event) {
        return new FunnelStep(event, null);
    }
}
