package io.itinera.conditions;

import io.itinera.contracts.condition.Condition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a segment lies in others that it mentions, before it is published.
 *
 * @param cycle the segments by which it mentions itself, from itself to itself; empty when it does
 *     not, and then only are the others certain
 * @param depth how many segments lie in one another below it: 0 when it mentions none
 * @param unknown the segments mentioned anywhere that nobody knows
 */
public record Nesting(List<String> cycle, int depth, Set<String> unknown) {
    public Nesting {
        cycle = List.copyOf(cycle);
        unknown = Set.copyOf(unknown);
    }

    /** Looks for what segments mention, from one that is about to hold on. */
    static Nesting of(
            String segment, Condition condition, Function<String, @Nullable Condition> others) {
        return new Walk(segment, condition, others).nesting();
    }

    /** The segments that a condition itself mentions. */
    static Set<String> mentioned(Condition condition) {
        Set<String> found = new LinkedHashSet<>();
        collect(condition, found);
        return found;
    }

    private static void collect(Condition condition, Set<String> found) {
        switch (condition) {
            case Condition.All all -> all.parts().forEach(part -> collect(part, found));
            case Condition.Any any -> any.parts().forEach(part -> collect(part, found));
            case Condition.Not not -> collect(not.part(), found);
            case Condition.Segment segment -> found.add(segment.id());
            case Condition.Trait _, Condition.Property _, Condition.Trigger _ -> {}
            case Condition.Performed _, Condition.Aggregate _, Condition.Occurrence _ -> {}
            case Condition.Sequence _, Condition.Unfollowed _, Condition.Message _ -> {}
            case Condition.Account _, Condition.Journey _, Condition.Bucket _ -> {}
        }
    }

    private static final class Walk {
        private final String start;
        private final Condition condition;
        private final Function<String, @Nullable Condition> others;
        private final List<String> way = new ArrayList<>();
        private final Map<String, Integer> depths = new HashMap<>();
        private final Set<String> unknown = new TreeSet<>();
        private List<String> cycle = List.of();

        private Walk(
                String start, Condition condition, Function<String, @Nullable Condition> others) {
            this.start = start;
            this.condition = condition;
            this.others = others;
        }

        private Nesting nesting() {
            int depth = depth(start);
            return new Nesting(cycle, depth, unknown);
        }

        /** Each segment is looked into once, and no deeper than would be refused anyway. */
        private int depth(String segment) {
            Integer known = depths.get(segment);
            if (known != null) {
                return known;
            }
            int seen = way.indexOf(segment);
            if (seen >= 0 || way.size() > Conditions.MAX_NESTING) {
                noteCycle(seen, segment);
                return 0;
            }
            Condition looked = segment.equals(start) ? condition : others.apply(segment);
            if (looked == null) {
                unknown.add(segment);
                return 0;
            }
            way.addLast(segment);
            int depth = 0;
            for (String mentioned : mentioned(looked)) {
                depth = Math.max(depth, 1 + depth(mentioned));
            }
            way.removeLast();
            depths.put(segment, depth);
            return depth;
        }

        private void noteCycle(int seen, String segment) {
            if (seen >= 0 && cycle.isEmpty()) {
                cycle = new ArrayList<>(way.subList(seen, way.size()));
                cycle.add(segment);
            }
        }
    }
}
