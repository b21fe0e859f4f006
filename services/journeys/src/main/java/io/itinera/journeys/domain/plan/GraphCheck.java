package io.itinera.journeys.domain.plan;

import io.itinera.contracts.definitions.JourneyPlan;
import io.itinera.contracts.definitions.Node;
import io.itinera.contracts.definitions.Node.Wait.From;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether the nodes hang together: edges, reachability, and no way round without time passing. */
final class GraphCheck {
    private final JourneyPlan plan;
    private final FlawList flaws;

    GraphCheck(JourneyPlan plan, FlawList flaws) {
        this.plan = plan;
        this.flaws = flaws;
    }

    void check(List<String> ids) {
        start();
        for (String id : ids) {
            edges(id);
        }
        Set<String> reached = reachable();
        for (String id : ids) {
            flaws.require(
                    reached.contains(id),
                    id,
                    "/nodes/" + id,
                    "unreachable",
                    "no way leads to this node");
            flaws.require(
                    !roundWithoutWait(id),
                    id,
                    "/nodes/" + id,
                    "cycle_without_wait",
                    "a way round must pass a wait that starts on arrival");
        }
    }

    private void start() {
        String start = plan.start();
        if (start == null) {
            flaws.add(Plans.TRIGGER, "/start", "edge_missing", "say which node comes first");
            return;
        }
        flaws.require(
                plan.nodes().containsKey(start),
                Plans.TRIGGER,
                "/start",
                "node_unknown",
                "there is no node " + start);
    }

    private void edges(String id) {
        for (Plans.Edge edge : Plans.edges(plan.nodes().get(id))) {
            String path = "/nodes/" + id + edge.path();
            if (edge.next() == null) {
                flaws.add(
                        id, path, "edge_missing", "the way \"" + edge.label() + "\" leads nowhere");
                continue;
            }
            flaws.require(
                    plan.nodes().containsKey(edge.next()),
                    id,
                    path,
                    "node_unknown",
                    "there is no node " + edge.next());
        }
    }

    private Set<String> reachable() {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        if (plan.start() != null) {
            open.add(plan.start());
        }
        while (!open.isEmpty()) {
            String id = open.poll();
            if (reached.add(id)) {
                open.addAll(Plans.following(plan, id));
            }
        }
        return reached;
    }

    /** Whether a walk from here can come back within one moment. */
    private boolean roundWithoutWait(String from) {
        if (takesTime(from)) {
            return false;
        }
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(Plans.following(plan, from));
        while (!open.isEmpty()) {
            String id = open.poll();
            if (takesTime(id) || !reached.add(id)) {
                continue;
            }
            if (id.equals(from)) {
                return true;
            }
            open.addAll(Plans.following(plan, id));
        }
        return false;
    }

    /** A wait counted from the trigger or the latest event can be over on arrival. */
    private boolean takesTime(String id) {
        return plan.nodes().get(id) instanceof Node.Wait wait && wait.from() == From.arrival;
    }
}
