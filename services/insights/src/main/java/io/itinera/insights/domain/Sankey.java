package io.itinera.insights.domain;

import java.util.List;

/**
 * The ways that people go, such that at every node those who come in are those who go out and those
 * who ended there.
 *
 * @param nodes by step, the larger first
 * @param links from nodes of one step to nodes of the next
 */
public record Sankey(List<Node> nodes, List<Link> links) {
    public Sankey {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
    }

    /**
     * An event at a step.
     *
     * @param id of the node
     * @param step from 1
     * @param event the event's name, or {@link PathFold#OTHER}
     * @param people how many were there
     * @param ended how many were followed no further
     */
    public record Node(String id, int step, String event, long people, long ended) {}

    /**
     * People who went from one node to another.
     *
     * @param source a node's id
     * @param target a node's id
     * @param people how many
     */
    public record Link(String source, String target, long people) {}
}
