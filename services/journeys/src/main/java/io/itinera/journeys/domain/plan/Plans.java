package io.itinera.journeys.domain.plan;

import io.itinera.contracts.definitions.JourneyPlan;
import io.itinera.contracts.definitions.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Limits of a plan, and how its nodes lead to one another. */
public final class Plans {
    /** The id under which the way in is spoken of; no node may have it. */
    public static final String TRIGGER = "trigger";

    /** The edge of a node that has one only. */
    public static final String NEXT = "next";

    /** The edge of a branch when no case holds. */
    public static final String OTHERWISE = "otherwise";

    public static final int MAX_NODES = 200;
    public static final int MAX_CASES = 20;
    public static final int MAX_RULES = 20;
    public static final int MAX_COLLECTIONS = 5;

    /** The most occurrences that an enrollment counts itself, for one bound "performed". */
    public static final int MAX_BOUND_COUNT = 100;

    public static final int MAX_NAME = 200;
    public static final Duration MAX_WAIT = Duration.ofDays(366);

    private Plans() {}

    /**
     * A way out of a node.
     *
     * @param label what stands on the edge
     * @param path where it is set, as a JSON Pointer into the node
     * @param next the node that it leads to; absent while it leads nowhere
     */
    public record Edge(String label, String path, @Nullable String next) {}

    /** Every way out of a node, in the order in which they are tried. */
    public static List<Edge> edges(Node node) {
        return switch (node) {
            case Node.Wait wait -> List.of(new Edge(NEXT, "/next", wait.next()));
            case Node.Message message -> List.of(new Edge(NEXT, "/next", message.next()));
            case Node.Exit _ -> List.of();
            case Node.Branch branch -> branchEdges(branch);
        };
    }

    private static List<Edge> branchEdges(Node.Branch branch) {
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < branch.cases().size(); i++) {
            Node.Case way = branch.cases().get(i);
            edges.add(new Edge(way.label(), "/cases/" + i + "/next", way.next()));
        }
        edges.add(new Edge(OTHERWISE, "/otherwise", branch.otherwise()));
        return edges;
    }

    /** The nodes that a node leads to, without the edges that lead nowhere. */
    static List<String> following(JourneyPlan plan, String id) {
        Node node = plan.nodes().get(id);
        if (node == null) {
            return List.of();
        }
        return edges(node).stream()
                .map(Edge::next)
                .filter(next -> next != null && plan.nodes().containsKey(next))
                .toList();
    }
}
