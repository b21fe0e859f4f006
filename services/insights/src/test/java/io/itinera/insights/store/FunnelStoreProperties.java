package io.itinera.insights.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Operand;
import io.itinera.contracts.condition.Test;
import io.itinera.insights.domain.Funnel;
import io.itinera.insights.domain.FunnelAnswer;
import io.itinera.insights.domain.FunnelQuestion;
import io.itinera.insights.domain.FunnelStep;
import io.itinera.insights.domain.Reach;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntPredicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class FunnelStoreProperties {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final List<FunnelStep> STEPS =
            List.of(
                    new FunnelStep("a", null),
                    new FunnelStep(
                            "b",
                            new Condition.Property("n", new Test.AtLeast(new Operand.Literal(2)))),
                    new FunnelStep("a", null));
    private static final FunnelQuestion QUESTION =
            new FunnelQuestion(
                    STEPS,
                    Duration.ofMillis(10),
                    Instant.ofEpochMilli(5),
                    Instant.ofEpochMilli(25));

    /** Someone did something; {@code n} is a property of it. */
    record Did(int person, String name, long atMs, int n) {}

    @Property(tries = 40)
    void sqlAndTheDefinitionAgree(@ForAll("events") List<Did> events) {
        String workspace = TestDatabase.workspace();
        store(workspace, events);
        FunnelStore funnels = new FunnelStore(TestDatabase.SHARED);
        Map<Integer, List<Long>> runs = runs(events);

        assertEquals(expected(runs), funnels.answer(workspace, QUESTION));
        for (int step = 1; step <= STEPS.size(); step++) {
            int reached = step;
            assertEquals(
                    people(runs, it -> it >= reached),
                    Set.copyOf(
                            funnels.people(
                                    workspace, QUESTION, step, Reach.AT_LEAST, NOBODY, 100)));
            assertEquals(
                    people(runs, it -> it == reached),
                    Set.copyOf(
                            funnels.people(
                                    workspace, QUESTION, step, Reach.NO_FURTHER, NOBODY, 100)));
        }
    }

    private static void store(String workspace, List<Did> events) {
        Rows rows = new Rows(workspace);
        for (Did did : events) {
            rows.event(person(did.person()), did.name(), did.atMs(), Map.of("n", did.n()));
        }
        new ActivityStore(TestDatabase.SHARED).take(rows.batch());
    }

    private static Map<Integer, List<Long>> runs(List<Did> events) {
        Map<Integer, List<Did>> byPerson = new TreeMap<>();
        events.forEach(it -> byPerson.computeIfAbsent(it.person(), _ -> new ArrayList<>()).add(it));
        Map<Integer, List<Long>> runs = new TreeMap<>();
        byPerson.forEach(
                (person, its) ->
                        runs.put(
                                person,
                                Funnel.furthest(
                                        its.stream()
                                                .sorted(Comparator.comparingLong(Did::atMs))
                                                .map(FunnelStoreProperties::occurrence)
                                                .toList(),
                                        QUESTION)));
        return runs;
    }

    private static Funnel.Occurrence occurrence(Did did) {
        Set<Integer> steps = new HashSet<>();
        if (did.name().equals("a")) {
            steps.addAll(List.of(0, 2));
        }
        if (did.name().equals("b") && did.n() >= 2) {
            steps.add(1);
        }
        return new Funnel.Occurrence(did.atMs(), steps);
    }

    private static FunnelAnswer expected(Map<Integer, List<Long>> runs) {
        List<Long> people = new ArrayList<>();
        List<@Nullable Double> medians = new ArrayList<>();
        for (int step = 0; step < STEPS.size(); step++) {
            int reached = step;
            List<Long> times =
                    runs.values().stream()
                            .filter(run -> run.size() > reached)
                            .map(run -> reached == 0 ? 0L : run.get(reached) - run.get(reached - 1))
                            .sorted()
                            .toList();
            people.add((long) times.size());
            medians.add(step == 0 || times.isEmpty() ? null : median(times));
        }
        return FunnelAnswer.of(QUESTION, people, medians);
    }

    private static double median(List<Long> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }

    private static Set<UUID> people(Map<Integer, List<Long>> runs, IntPredicate steps) {
        Set<UUID> people = new HashSet<>();
        runs.forEach(
                (person, run) -> {
                    if (!run.isEmpty() && steps.test(run.size())) {
                        people.add(person(person));
                    }
                });
        return Collections.unmodifiableSet(people);
    }

    private static UUID person(int number) {
        return new UUID(1, number);
    }

    @Provide
    Arbitrary<List<Did>> events() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of("a", "b", "c"),
                        Arbitraries.longs().between(0, 40),
                        Arbitraries.integers().between(0, 4))
                .as(Did::new)
                .list()
                .ofMaxSize(40);
    }
}
