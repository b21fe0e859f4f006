package io.itinera.insights.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.insights.domain.PathFold.Move;
import io.itinera.insights.domain.PathQuestion;
import io.itinera.insights.store.FunnelStoreProperties.Did;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class PathStoreProperties {
    private static final int DEPTH = 3;

    @Property(tries = 60)
    void sqlAndWalkingByHandAgree(
            @ForAll("events") List<Did> events, @ForAll("starts") String start) {
        String from = start.equals("anywhere") ? null : start;
        String workspace = TestDatabase.workspace();
        Rows rows = new Rows(workspace);
        for (Did did : events) {
            rows.event(new UUID(1, did.person()), did.name(), did.atMs(), Map.of());
        }
        new ActivityStore(TestDatabase.SHARED).take(rows.batch());

        List<Move> moves =
                new PathStore(TestDatabase.SHARED)
                        .moves(
                                workspace,
                                new PathQuestion(
                                        Instant.ofEpochMilli(5),
                                        Instant.ofEpochMilli(25),
                                        DEPTH,
                                        null,
                                        from));
        assertEquals(walked(events, from), new HashSet<>(moves));
    }

    private static Set<Move> walked(List<Did> events, @Nullable String start) {
        Map<Move, Long> counts = new HashMap<>();
        for (int person = 0; person <= 5; person++) {
            List<String> path = path(events, person, start);
            for (int at = 0; at < path.size(); at++) {
                String next = at + 1 < path.size() ? path.get(at + 1) : null;
                counts.merge(new Move(at + 1, path.get(at), next, 0), 1L, Long::sum);
            }
        }
        Set<Move> moves = new HashSet<>();
        counts.forEach(
                (it, people) -> moves.add(new Move(it.step(), it.event(), it.next(), people)));
        return moves;
    }

    private static List<String> path(List<Did> events, int person, @Nullable String start) {
        List<String> path = new ArrayList<>();
        for (Did did :
                events.stream()
                        .filter(it -> it.person() == person && it.atMs() >= 5 && it.atMs() < 25)
                        .filter(it -> !it.name().equals("$identify"))
                        .sorted(Comparator.comparingLong(Did::atMs))
                        .toList()) {
            boolean begins = !path.isEmpty() || start == null || did.name().equals(start);
            boolean again = !path.isEmpty() && path.getLast().equals(did.name());
            if (begins && !again && path.size() < DEPTH) {
                path.add(did.name());
            }
        }
        return path;
    }

    @Provide
    Arbitrary<String> starts() {
        return Arbitraries.of("anywhere", "a", "b");
    }

    @Provide
    Arbitrary<List<Did>> events() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of("a", "b", "c", "$identify"),
                        Arbitraries.longs().between(0, 30))
                .as((person, name, atMs) -> new Did(person, name, atMs, 0))
                .list()
                .ofMaxSize(40);
    }
}
