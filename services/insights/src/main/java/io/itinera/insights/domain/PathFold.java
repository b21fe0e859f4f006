package io.itinera.insights.domain;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Folds the events that few people did at a step into one, without losing anybody. */
public final class PathFold {
    /** Stands for every event of a step that is not shown by name. */
    public static final String OTHER = "$other";

    private static final Comparator<Sankey.Node> BY_STEP_THEN_SIZE =
            Comparator.comparingInt(Sankey.Node::step)
                    .thenComparing(Comparator.comparingLong(Sankey.Node::people).reversed())
                    .thenComparing(Sankey.Node::event);

    private PathFold() {}

    /**
     * People who did one event at a step and another at the next.
     *
     * @param step from 1
     * @param event what they did
     * @param next what they did next; null for those who are followed no further
     * @param people how many
     */
    public record Move(int step, String event, @Nullable String next, long people) {}

    /** The nodes and links of these moves, each step showing so many events by name. */
    public static Sankey fold(List<Move> moves, int shown) {
        Map<Integer, Set<String>> named = named(moves, shown);
        Map<String, Sankey.Node> nodes = new TreeMap<>();
        Map<List<String>, Sankey.Link> links = new TreeMap<>(Comparator.comparing(String::valueOf));
        for (Move move : moves) {
            Sankey.Node from = node(move, named);
            nodes.merge(from.id(), from, PathFold::sum);
            if (move.next() != null) {
                String target = id(move.step() + 1, shown(move.step() + 1, move.next(), named));
                Sankey.Link link = new Sankey.Link(from.id(), target, move.people());
                links.merge(List.of(from.id(), target), link, PathFold::sum);
            }
        }
        return new Sankey(
                nodes.values().stream().sorted(BY_STEP_THEN_SIZE).toList(),
                List.copyOf(links.values()));
    }

    private static Map<Integer, Set<String>> named(List<Move> moves, int shown) {
        Map<Integer, Map<String, Long>> sizes = new TreeMap<>();
        for (Move move : moves) {
            sizes.computeIfAbsent(move.step(), _ -> new TreeMap<>())
                    .merge(move.event(), move.people(), Long::sum);
        }
        return sizes.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> largest(it.getValue(), shown)));
    }

    private static Set<String> largest(Map<String, Long> sizes, int shown) {
        return sizes.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(shown)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Sankey.Node node(Move move, Map<Integer, Set<String>> named) {
        String event = shown(move.step(), move.event(), named);
        long ended = move.next() == null ? move.people() : 0;
        return new Sankey.Node(id(move.step(), event), move.step(), event, move.people(), ended);
    }

    private static String shown(int step, String event, Map<Integer, Set<String>> named) {
        return named.getOrDefault(step, Set.of()).contains(event) ? event : OTHER;
    }

    private static String id(int step, String event) {
        return step + ":" + event;
    }

    private static Sankey.Node sum(Sankey.Node a, Sankey.Node b) {
        return new Sankey.Node(
                a.id(), a.step(), a.event(), a.people() + b.people(), a.ended() + b.ended());
    }

    private static Sankey.Link sum(Sankey.Link a, Sankey.Link b) {
        return new Sankey.Link(a.source(), a.target(), a.people() + b.people());
    }
}
