package io.itinera.insights.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PathFoldProperties {
    @Property
    void whoComesInGoesOutOrEndsThere(
            @ForAll("paths") List<List<String>> paths,
            @ForAll @IntRange(min = 1, max = 3) int top) {
        Sankey sankey = PathFold.fold(moves(paths), top);
        Map<String, Long> in = new TreeMap<>();
        Map<String, Long> out = new TreeMap<>();
        for (Sankey.Link link : sankey.links()) {
            in.merge(link.target(), link.people(), Long::sum);
            out.merge(link.source(), link.people(), Long::sum);
        }
        for (Sankey.Node node : sankey.nodes()) {
            long came = node.step() == 1 ? node.people() : in.getOrDefault(node.id(), 0L);
            assertEquals(node.people(), came, node.id());
            assertEquals(node.people(), out.getOrDefault(node.id(), 0L) + node.ended(), node.id());
        }
    }

    @Property
    void nobodyIsLostAndNoStepShowsMoreThanItMay(
            @ForAll("paths") List<List<String>> paths,
            @ForAll @IntRange(min = 1, max = 3) int top) {
        List<Sankey.Node> nodes = PathFold.fold(moves(paths), top).nodes();
        assertEquals(paths.size(), nodes.stream().mapToLong(Sankey.Node::ended).sum());
        Map<Integer, Integer> named = new TreeMap<>();
        nodes.stream()
                .filter(it -> !it.event().equals(PathFold.OTHER))
                .forEach(it -> named.merge(it.step(), 1, Integer::sum));
        assertTrue(named.values().stream().allMatch(it -> it <= top), named.toString());
    }

    private static List<PathFold.Move> moves(List<List<String>> paths) {
        Map<String, PathFold.Move> moves = new TreeMap<>();
        for (List<String> path : paths) {
            for (int at = 0; at < path.size(); at++) {
                String next = at + 1 < path.size() ? path.get(at + 1) : null;
                PathFold.Move one = new PathFold.Move(at + 1, path.get(at), next, 1);
                moves.merge(
                        at + "|" + one.event() + "|" + next,
                        one,
                        (a, b) ->
                                new PathFold.Move(
                                        a.step(), a.event(), a.next(), a.people() + b.people()));
            }
        }
        return new ArrayList<>(moves.values());
    }

    @Provide
    Arbitrary<List<List<String>>> paths() {
        return Arbitraries.of("a", "b", "c", "d", "e", "f")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .list()
                .ofMaxSize(40);
    }
}
