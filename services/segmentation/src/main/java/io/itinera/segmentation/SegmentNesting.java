package io.itinera.segmentation;

import io.itinera.conditions.Conditions;
import io.itinera.conditions.Nesting;
import io.itinera.contracts.condition.Condition;
import io.itinera.kit.problem.Flaw;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.segmentation.store.SegmentVersionRow;
import io.itinera.segmentation.store.SegmentVersions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Looks, before a segment is published, at the segments that it mentions. */
@ApplicationScoped
class SegmentNesting {
    private final SegmentVersions versions;

    SegmentNesting(SegmentVersions versions) {
        this.versions = versions;
    }

    /**
     * Goes on when a condition may hold for a segment. Publishes that mention segments wait for one
     * another, so that two of them cannot close a circle together.
     *
     * @throws Problem when it mentions what nobody knows, or itself by whatever way, or too deep
     */
    Uni<Void> check(String workspace, String segment, Condition condition) {
        Set<String> mentioned = Conditions.segments(condition);
        if (mentioned.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return versions.waitForOthers(workspace)
                .chain(() -> gathered(workspace, mentioned, new HashMap<>(), 0))
                .invoke(others -> refuse(Conditions.nesting(segment, condition, others::get)))
                .replaceWithVoid();
    }

    private Uni<Map<String, Condition>> gathered(
            String workspace, Set<String> wanted, Map<String, Condition> found, int depth) {
        if (wanted.isEmpty() || depth > Conditions.MAX_NESTING) {
            return Uni.createFrom().item(found);
        }
        return versions.holding(workspace, wanted)
                .chain(rows -> gathered(workspace, taken(rows, found), found, depth + 1));
    }

    /** Takes in what was found, and says what that mentions and is not known yet. */
    private static Set<String> taken(List<SegmentVersionRow> rows, Map<String, Condition> found) {
        Set<String> next = new TreeSet<>();
        for (SegmentVersionRow row : rows) {
            Condition condition = condition(row);
            found.put(row.segment.toString(), condition);
            next.addAll(Conditions.segments(condition));
        }
        next.removeAll(found.keySet());
        return next;
    }

    private static Condition condition(SegmentVersionRow row) {
        return Drafts.read(row.condition, Condition.class);
    }

    private static void refuse(Nesting nesting) {
        List<Flaw> flaws = new ArrayList<>();
        if (!nesting.cycle().isEmpty()) {
            flaws.add(
                    new Flaw(
                            "/condition",
                            "a segment cannot mention itself, not even by others: "
                                    + String.join(" → ", nesting.cycle())));
        } else if (nesting.depth() > Conditions.MAX_NESTING) {
            flaws.add(
                    new Flaw(
                            "/condition",
                            "segments lie at most " + Conditions.MAX_NESTING + " deep"));
        }
        for (String unknown : new TreeSet<>(nesting.unknown())) {
            flaws.add(new Flaw("/condition", "no segment " + unknown + " is published"));
        }
        if (!flaws.isEmpty()) {
            throw new Problem(
                    ProblemCode.FLAWED, "The segments that it mentions do not allow this", flaws);
        }
    }
}
