package io.itinera.journeys.domain.plan;

import io.itinera.conditions.Compiled;
import io.itinera.conditions.Conditions;
import io.itinera.conditions.InvalidCondition;
import io.itinera.conditions.Knowledge;
import io.itinera.conditions.Performance;
import io.itinera.conditions.Question;
import io.itinera.contracts.condition.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles a plan's conditions and keeps them, for what the version must count and await. */
final class ConditionReader {
    private static final Set<Knowledge> KNOWN =
            Set.of(Knowledge.SEGMENTS, Knowledge.ACCOUNTS, Knowledge.JOURNEYS, Knowledge.TRIGGER);

    private final FlawList flaws;
    private final List<Compiled> compiled = new ArrayList<>();

    ConditionReader(FlawList flaws) {
        this.flaws = flaws;
    }

    List<Compiled> all() {
        return List.copyOf(compiled);
    }

    @Nullable Compiled read(String node, String path, @Nullable Condition condition) {
        if (condition == null) {
            flaws.add(node, path, "condition_missing", "a condition is missing");
            return null;
        }
        try {
            Compiled sound = Conditions.compile(condition, KNOWN);
            compiled.add(sound);
            sound.questions().stream()
                    .filter(Question::bound)
                    .forEach(question -> bound(node, path, question));
            for (Condition.Account account : sound.accounts()) {
                unbound(node, path, account);
            }
            return sound;
        } catch (InvalidCondition invalid) {
            refuse(node, path, invalid);
            return null;
        }
    }

    /** What mentions the trigger, a run answers itself; and it can do no more than count. */
    private void bound(String node, String path, Question question) {
        if (!(question instanceof Performance performance)) {
            flaws.add(
                    node,
                    path,
                    "condition",
                    "what mentions the trigger can only be counted: ask whether something was done");
            return;
        }
        flaws.require(
                countable(performance),
                node,
                path,
                "limit",
                "what mentions the trigger is counted up to " + Plans.MAX_BOUND_COUNT);
    }

    /** A run knows of an account what segmentation answers, which knows no trigger. */
    private void unbound(String node, String path, Condition.Account account)
            throws InvalidCondition {
        flaws.require(
                !Conditions.compile(account, KNOWN).bound(),
                node,
                path,
                "condition",
                "what is known of an account cannot be compared with the trigger");
    }

    private static boolean countable(Performance performance) {
        Integer most = performance.times().atMost();
        int needed = most == null ? performance.times().atLeast() : most + 1;
        return needed <= Plans.MAX_BOUND_COUNT;
    }

    void refuse(String node, String path, InvalidCondition invalid) {
        invalid.flaws()
                .forEach(flaw -> flaws.add(node, path + flaw.path(), "condition", flaw.message()));
    }
}
