package io.itinera.insights.domain;

import io.itinera.contracts.transitions.TransitionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a journey did.
 *
 * @param entered how many enrollments began
 * @param inside how many have not ended
 * @param ended how many have
 * @param sent how many messages left
 * @param refused how many did not begin, by reason
 * @param nodes by node
 * @param edges how many took each
 * @param versions by version
 */
public record JourneyFigures(
        long entered,
        long inside,
        long ended,
        long sent,
        Map<String, Long> refused,
        Map<String, NodeFigures> nodes,
        List<EdgeFigures> edges,
        Map<Integer, VersionFigures> versions) {
    private static final String UNKNOWN = "unknown";

    public JourneyFigures {
        edges = List.copyOf(edges);
    }

    /**
     * One node.
     *
     * @param waiting how many are there now
     * @param passed how many went on
     * @param left how many ended there
     * @param messages what became of its messages
     */
    public record NodeFigures(long waiting, long passed, long left, MessageFigures messages) {}

    /** What became of messages: how many, whatever was told of each and how often. */
    public record MessageFigures(
            long requested,
            long sent,
            long suppressed,
            long calledBack,
            long failed,
            long clicked) {}

    /** How many took an edge. */
    public record EdgeFigures(
            String node, @Nullable String edge, @Nullable String next, long count) {}

    /** One version's enrollments. */
    public record VersionFigures(long entered, long inside, long ended) {}

    /** Adds up what is alike. */
    public static JourneyFigures of(List<Tally> tallies) {
        Sums all = new Sums(tallies);
        Map<String, Long> refused = new TreeMap<>();
        Map<String, List<Tally>> byNode = new TreeMap<>();
        Map<Integer, List<Tally>> byVersion = new TreeMap<>();
        Map<String, EdgeFigures> edges = new TreeMap<>();
        for (Tally tally : tallies) {
            byVersion.computeIfAbsent(tally.version(), _ -> new ArrayList<>()).add(tally);
            String node = tally.node();
            if (node != null) {
                byNode.computeIfAbsent(node, _ -> new ArrayList<>()).add(tally);
            }
            if (tally.kind() == TransitionKind.refused) {
                String reason = tally.reason() == null ? UNKNOWN : tally.reason();
                refused.merge(reason, tally.count(), Long::sum);
            }
            if (tally.kind() == TransitionKind.passed && node != null) {
                EdgeFigures edge = new EdgeFigures(node, tally.edge(), tally.next(), tally.count());
                edges.merge(
                        node + "|" + tally.edge() + "|" + tally.next(), edge, JourneyFigures::sum);
            }
        }
        Map<String, NodeFigures> nodes = new TreeMap<>();
        byNode.forEach((node, its) -> nodes.put(node, new Sums(its).node()));
        Map<Integer, VersionFigures> versions = new TreeMap<>();
        byVersion.forEach((version, its) -> versions.put(version, new Sums(its).version()));
        return new JourneyFigures(
                all.of(TransitionKind.entered),
                all.version().inside(),
                all.of(TransitionKind.ended),
                all.of(TransitionKind.sent),
                refused,
                nodes,
                List.copyOf(edges.values()),
                versions);
    }

    private static EdgeFigures sum(EdgeFigures a, EdgeFigures b) {
        return new EdgeFigures(a.node(), a.edge(), a.next(), a.count() + b.count());
    }

    private record Sums(List<Tally> tallies) {
        long of(TransitionKind kind) {
            return tallies.stream().filter(it -> it.kind() == kind).mapToLong(Tally::count).sum();
        }

        NodeFigures node() {
            long passed = of(TransitionKind.passed);
            long left = of(TransitionKind.ended);
            return new NodeFigures(
                    Math.max(0, of(TransitionKind.arrived) - passed - left),
                    passed,
                    left,
                    new MessageFigures(
                            of(TransitionKind.requested),
                            of(TransitionKind.sent),
                            of(TransitionKind.suppressed),
                            of(TransitionKind.calledBack),
                            of(TransitionKind.failed),
                            of(TransitionKind.clicked)));
        }

        VersionFigures version() {
            long entered = of(TransitionKind.entered);
            long ended = of(TransitionKind.ended);
            return new VersionFigures(entered, Math.max(0, entered - ended), ended);
        }
    }
}
