package io.itinera.journeys.domain.plan;

import io.itinera.conditions.Compiled;
import io.itinera.conditions.Conditions;
import io.itinera.conditions.Filter;
import io.itinera.conditions.InvalidCondition;
import io.itinera.contracts.definitions.CollectionRule;
import io.itinera.contracts.definitions.Entry;
import io.itinera.contracts.definitions.JourneyPlan;
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
    static final Pattern WORD = Pattern.compile("[A-Za-z0-9_]{1,40}");
    private static final Pattern NODE_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final JourneyPlan plan;
    private final FlawList flaws = new FlawList();
    private final ConditionReader conditions = new ConditionReader(flaws);

    PlanCompiler(JourneyPlan plan) {
        this.plan = plan;
    }

    List<Flaw> flaws() {
        return flaws.all();
    }

    /** Every condition of the plan but the entry's filter, in the order of the text. */
    List<Compiled> conditions() {
        return conditions.all();
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
            conditions.refuse(Plans.TRIGGER, "/entry/where", invalid);
            return Filter.EVERYTHING;
        }
    }

    /** What must hold of the customer, or nothing. */
    @Nullable Compiled rule(Entry entry) {
        if (entry.rule() == null) {
            return null;
        }
        Compiled rule = conditions.read(Plans.TRIGGER, "/entry/rule", entry.rule());
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
                    WORD.matcher(each.getKey()).matches(),
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
                    rule.name() != null && WORD.matcher(rule.name()).matches(),
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
            Compiled when = conditions.read(Plans.TRIGGER, path + "/when", rule.when());
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
        StepCompiler compiler = new StepCompiler(conditions, flaws);
        Map<String, Step> steps = new TreeMap<>();
        for (String id : ids) {
            boolean allowed = NODE_ID.matcher(id).matches() && !id.equals(Plans.TRIGGER);
            flaws.require(
                    allowed, id, "/nodes/" + id, "name", "no node can be called \"" + id + "\"");
            Step step = compiler.step(id, plan.nodes().get(id));
            if (step != null) {
                steps.put(id, step);
            }
        }
        new GraphCheck(plan, flaws).check(ids);
        return steps;
    }

    static boolean positive(@Nullable Duration duration) {
        return duration != null && duration.isPositive();
    }
}
