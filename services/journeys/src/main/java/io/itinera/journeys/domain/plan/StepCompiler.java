package io.itinera.journeys.domain.plan;

import io.itinera.conditions.Compiled;
import io.itinera.contracts.definitions.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes nodes ready to be run; one with a flaw comes to nothing. */
final class StepCompiler {
    private final ConditionReader conditions;
    private final FlawList flaws;

    StepCompiler(ConditionReader conditions, FlawList flaws) {
        this.conditions = conditions;
        this.flaws = flaws;
    }

    @Nullable Step step(String id, Node node) {
        return switch (node) {
            case Node.Wait wait -> wait(id, wait);
            case Node.Message message -> message(id, message);
            case Node.Branch branch -> branch(id, branch);
            case Node.Exit exit -> exit(id, exit);
        };
    }

    private @Nullable Step wait(String id, Node.Wait wait) {
        boolean bounded =
                PlanCompiler.positive(wait.duration())
                        && wait.duration().compareTo(Plans.MAX_WAIT) <= 0;
        flaws.require(
                bounded,
                id,
                "/nodes/" + id + "/duration",
                "duration",
                "a wait takes more than nothing and at most " + Plans.MAX_WAIT.toDays() + " days");
        flaws.require(
                wait.from() != null,
                id,
                "/nodes/" + id + "/from",
                "from_missing",
                "say from when the wait counts");
        return wait.next() == null || !bounded || wait.from() == null
                ? null
                : new Step.Wait(wait.duration(), wait.from(), wait.next());
    }

    private @Nullable Step message(String id, Node.Message message) {
        flaws.require(
                message.channel() != null,
                id,
                "/nodes/" + id + "/channel",
                "channel_missing",
                "say by which channel");
        flaws.require(
                message.template() != null,
                id,
                "/nodes/" + id + "/template",
                "template_missing",
                "choose what to say");
        return message.next() == null || message.channel() == null || message.template() == null
                ? null
                : new Step.Message(message.channel(), message.template(), message.next());
    }

    private @Nullable Step exit(String id, Node.Exit exit) {
        boolean named =
                exit.outcome() != null && PlanCompiler.WORD.matcher(exit.outcome()).matches();
        flaws.require(
                named,
                id,
                "/nodes/" + id + "/outcome",
                "name",
                "an outcome is one word: letters, digits and underscores");
        return named ? new Step.Exit(exit.outcome()) : null;
    }

    private @Nullable Step branch(String id, Node.Branch branch) {
        flaws.require(
                !branch.cases().isEmpty() && branch.cases().size() <= Plans.MAX_CASES,
                id,
                "/nodes/" + id + "/cases",
                "limit",
                "a branch has 1 to " + Plans.MAX_CASES + " cases");
        List<Step.Way> ways = new ArrayList<>();
        Set<String> labels = new HashSet<>(Set.of(Plans.OTHERWISE));
        for (int i = 0; i < branch.cases().size(); i++) {
            Node.Case way = branch.cases().get(i);
            String path = "/nodes/" + id + "/cases/" + i;
            flaws.require(
                    way.label() != null && !way.label().isBlank() && labels.add(way.label()),
                    id,
                    path + "/label",
                    "name",
                    "each case has a label of its own");
            Compiled when = conditions.read(id, path + "/when", way.when());
            if (when != null && way.next() != null) {
                ways.add(new Step.Way(way.label(), when, way.next()));
            }
        }
        return branch.otherwise() == null ? null : new Step.Branch(ways, branch.otherwise());
    }
}
