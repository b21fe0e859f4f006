package io.itinera.journeys.domain.plan;

import io.itinera.conditions.Compiled;
import io.itinera.conditions.Conditions;
import io.itinera.conditions.Filter;
import io.itinera.conditions.InvalidCondition;
import io.itinera.conditions.Performance;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.definitions.CollectionRule;
import io.itinera.contracts.definitions.Entry;
import io.itinera.contracts.definitions.JourneyPlan;
import io.itinera.contracts.definitions.Node;
import io.itinera.contracts.definitions.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a plan once: what is wrong with it, and what the engine needs of it. */
final class PlanCompiler {
    private static final Pattern RULE_NAME = Pattern.compile("[A-Za-z0-9_]{1,40}");
    private static final Pattern NODE_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final JourneyPlan plan;
    private final FlawList flaws = new FlawList();
    private final List<Compiled> compiled = new ArrayList<>();

    PlanCompiler(JourneyPlan plan) {
        this.plan = plan;
    }

    List<Flaw> flaws() {
        return flaws.all();
    }

    /** Every condition of the plan but the entry's filter, in the order of the text. */
    List<Compiled> conditions() {
        return compiled;
    }

    void name() {
        boolean named =
                plan.name() != null
                        && !plan.name().isBlank()
                        && plan.name().length() <= Plans.MAX_NAME;
        flaws.require(
                named, null, "/name", "name", "a name has 1 to " + Plans.MAX_NAME + " characters");
    }

    /** The filter of the triggering event; lets everything pass where the plan has none. */
    Filter where(Entry entry) {
        if (entry.where() == null) {
            return Filter.EVERYTHING;
        }
        try {
            return Conditions.compileFilter(entry.where());
        } catch (InvalidCondition invalid) {
            add(Plans.TRIGGER, "/entry/where", invalid);
            return Filter.EVERYTHING;
        }
    }

    /** What must hold of the customer, or nothing. */
    @Nullable Compiled rule(Entry entry) {
        if (entry.rule() == null) {
            return null;
        }
        Compiled rule = condition(Plans.TRIGGER, "/entry/rule", entry.rule());
        flaws.require(
                rule == null || !rule.bound(),
                Plans.TRIGGER,
                "/entry/rule",
                "bound",
                "the way in asks about the customer; what mentions the trigger belongs to the"
                        + " excludes");
        return rule;
    }

    @Nullable Entry entry() {
        Entry entry = plan.entry();
        if (entry == null) {
            flaws.add(Plans.TRIGGER, "/entry", "entry_missing", "say which event starts this");
            return null;
        }
        flaws.require(
                entry.event() != null && !entry.event().isBlank(),
                Plans.TRIGGER,
                "/entry/event",
                "event_missing",
                "say which event starts this");
        flaws.require(
                entry.reentry() != null,
                Plans.TRIGGER,
                "/entry/reentry",
                "reentry_missing",
                "say whether a customer may come again");
        flaws.require(
                entry.reentry() != Entry.Reentry.after || positive(entry.interval()),
                Plans.TRIGGER,
                "/entry/interval",
                "interval_missing",
                "say after how long a customer may come again");
        return entry;
    }

    void collections() {
        flaws.require(
                plan.collections().size() <= Plans.MAX_COLLECTIONS,
                Plans.TRIGGER,
                "/collections",
                "limit",
                "a journey has at most " + Plans.MAX_COLLECTIONS + " collections");
        for (var each : new TreeMap<>(plan.collections()).entrySet()) {
            CollectionRule rule = each.getValue();
            boolean whole = rule != null && rule.addedBy() != null && rule.item() != null;
            String path = "/collections/" + each.getKey();
            flaws.require(
                    RULE_NAME.matcher(each.getKey()).matches(),
                    Plans.TRIGGER,
                    path,
                    "name",
                    "a collection's name is letters, digits and underscores");
            flaws.require(
                    whole,
                    Plans.TRIGGER,
                    path,
                    "incomplete",
                    "say which event adds, and which property tells items apart");
        }
    }

    List<NamedRule> rules(String where, List<Rule> rules) {
        flaws.require(
                rules.size() <= Plans.MAX_RULES,
                Plans.TRIGGER,
                where,
                "limit",
                "at most " + Plans.MAX_RULES + " rules fit");
        List<NamedRule> named = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            String path = where + "/" + i;
            flaws.require(
                    rule.name() != null && RULE_NAME.matcher(rule.name()).matches(),
                    Plans.TRIGGER,
                    path + "/name",
                    "name",
                    "a rule's name is letters, digits and underscores");
            flaws.require(
                    names.add(rule.name()),
                    Plans.TRIGGER,
                    path + "/name",
                    "duplicate",
                    "two rules are called " + rule.name());
            Compiled when = condition(Plans.TRIGGER, path + "/when", rule.when());
            if (when != null) {
                named.add(new NamedRule(rule.name(), when));
            }
        }
        return named;
    }

    /** The nodes ready to be run; those with flaws are missing. */
    Map<String, Step> steps() {
        List<String> ids = plan.nodes().keySet().stream().sorted().toList();
        flaws.require(
                ids.size() <= Plans.MAX_NODES,
                null,
                "/nodes",
                "limit",
                "a journey has at most " + Plans.MAX_NODES + " nodes, not " + ids.size());
        if (ids.size() > Plans.MAX_NODES) {
            return Map.of();
        }
        Map<String, Step> steps = new TreeMap<>();
        for (String id : ids) {
            boolean allowed = NODE_ID.matcher(id).matches() && !id.equals(Plans.TRIGGER);
            flaws.require(
                    allowed, id, "/nodes/" + id, "name", "no node can be called \"" + id + "\"");
            Step step = step(id, plan.nodes().get(id));
            if (step != null) {
                steps.put(id, step);
            }
        }
        new GraphCheck(plan, flaws).check(ids);
        return steps;
    }

    private @Nullable Step step(String id, Node node) {
        return switch (node) {
            case Node.Wait wait -> wait(id, wait);
            case Node.Message message -> message(id, message);
            case Node.Branch branch -> branch(id, branch);
            case Node.Exit exit -> exit(id, exit);
        };
    }

    private @Nullable Step wait(String id, Node.Wait wait) {
        boolean bounded =
                positive(wait.duration()) && wait.duration().compareTo(Plans.MAX_WAIT) <= 0;
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
        boolean named = exit.outcome() != null && RULE_NAME.matcher(exit.outcome()).matches();
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
            Compiled when = condition(id, path + "/when", way.when());
            if (when != null && way.next() != null) {
                ways.add(new Step.Way(way.label(), when, way.next()));
            }
        }
        return branch.otherwise() == null ? null : new Step.Branch(ways, branch.otherwise());
    }

    private @Nullable Compiled condition(String node, String path, @Nullable Condition condition) {
        if (condition == null) {
            flaws.add(node, path, "condition_missing", "a condition is missing");
            return null;
        }
        try {
            Compiled ready = Conditions.compile(condition);
            compiled.add(ready);
            for (Performance performance : ready.performances()) {
                flaws.require(
                        !performance.bound() || countable(performance),
                        node,
                        path,
                        "limit",
                        "what mentions the trigger is counted up to " + Plans.MAX_BOUND_COUNT);
            }
            return ready;
        } catch (InvalidCondition invalid) {
            add(node, path, invalid);
            return null;
        }
    }

    private static boolean countable(Performance performance) {
        Integer most = performance.times().atMost();
        int needed = most == null ? performance.times().atLeast() : most + 1;
        return needed <= Plans.MAX_BOUND_COUNT;
    }

    private void add(String node, String path, InvalidCondition invalid) {
        invalid.flaws()
                .forEach(flaw -> flaws.add(node, path + flaw.path(), "condition", flaw.message()));
    }

    private static boolean positive(@Nullable Duration duration) {
        return duration != null && duration.isPositive();
    }
}
