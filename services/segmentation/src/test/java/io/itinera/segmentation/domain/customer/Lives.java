package io.itinera.segmentation.domain.customer;

import io.itinera.conditions.Conditions;
import io.itinera.conditions.History;
import io.itinera.conditions.InvalidCondition;
import io.itinera.contracts.attribute.AttributeRule;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Times;
import io.itinera.contracts.condition.Window;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.itinera.segmentation.domain.attributes.Attribute;
import io.itinera.segmentation.domain.attributes.Formulas;
import io.itinera.segmentation.domain.rules.Rulebook;
import io.itinera.segmentation.domain.rules.SegmentKey;
import io.itinera.segmentation.domain.rules.SegmentRule;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/** A customer with their timeline in memory, and short words for what they do. */
final class Lives {
    static final String WORKSPACE = "w";
    static final UUID CUSTOMER = new UUID(7, 7);
    static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    private final List<Happening> timeline = new ArrayList<>();
    private final Map<String, SortedMap<String, Stamped<Object>>> known = new HashMap<>();
    private final KnownAccounts accounts = (_, account) -> Optional.ofNullable(known.get(account));
    private Rulebook rules;
    private Customer customer = Customer.unknown(WORKSPACE, CUSTOMER);

    Lives(SegmentRule... rules) {
        this.rules = book(Set.of(), rules);
    }

    /** The same about another customer. */
    Lives of(Customer other) {
        customer = other;
        return this;
    }

    /** A customer of a workspace with these attributes, computed over everyone already. */
    static Lives with(Attribute... attributes) {
        Lives lives = new Lives();
        lives.rules(new Rulebook(List.of(), List.of(attributes), List.of(), Set.of()));
        return lives;
    }

    static Attribute attribute(String name, AttributeRule rule) {
        return attribute(name, 1, rule);
    }

    /** The name makes the id, so that another version of it is the same attribute. */
    static Attribute attribute(String name, int version, AttributeRule rule) {
        try {
            return new Attribute(
                    WORKSPACE,
                    UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                    version,
                    Formulas.compile(name, rule));
        } catch (InvalidCondition e) {
            throw new IllegalArgumentException(e);
        }
    }

    Customer customer() {
        return customer;
    }

    void rules(Rulebook changed) {
        rules = changed;
    }

    Decision happened(Event event) {
        Happening happening = new Happening.Did(event);
        Decision decision =
                take(new Input.Happened(new Entry(CUSTOMER, happening)), event.receivedAt());
        timeline.add(happening);
        return decision;
    }

    Decision take(Input input, Instant now) {
        Decision decision = Life.step(rules, customer, input, now, history(), accounts);
        customer = decision.customer();
        decision.followed().forEach(line -> timeline.add(line.happening()));
        return decision;
    }

    /** From now on that is known of an account; its members have not been asked again. */
    void known(String account, Map<String, Object> traits) {
        SortedMap<String, Stamped<Object>> said = new TreeMap<>();
        traits.forEach((name, value) -> said.put(name, new Stamped<>(value, START, "s")));
        known.put(account, said);
    }

    History history() {
        return (name, from, visitor) -> scan(timeline, name, from, visitor);
    }

    private static void scan(
            List<Happening> timeline,
            String name,
            Instant from,
            Predicate<History.Occurrence> visitor) {
        List<Happening> newest =
                timeline.stream()
                        .filter(it -> it.name().equals(name) && !it.occurredAt().isBefore(from))
                        .sorted(Comparator.comparing(Happening::occurredAt).reversed())
                        .toList();
        for (Happening it : newest) {
            if (!visitor.test(new History.Occurrence(it.occurredAt(), it.properties()))) {
                return;
            }
        }
    }

    static Rulebook book(Set<SegmentKey> computing, SegmentRule... rules) {
        return new Rulebook(List.of(rules), List.of(), computing);
    }

    static SegmentRule rule(String segment, int version, Condition condition) {
        try {
            return new SegmentRule(
                    WORKSPACE,
                    segment,
                    version,
                    SegmentRule.Audience.EVERYONE,
                    Conditions.compile(condition));
        } catch (InvalidCondition e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Condition performed(String event, Times times, Duration last) {
        return new Condition.Performed(event, times, new Window.Last(last), null);
    }

    static Event track(String id, String name, Instant at) {
        return event(id, EventType.track, name, Map.of(), Map.of(), at, at);
    }

    static Event track(String id, String name, Map<String, Object> properties, Instant at) {
        return event(id, EventType.track, name, properties, Map.of(), at, at);
    }

    static Event identify(String id, Map<String, Object> traits, Instant occurred, Instant at) {
        return event(id, EventType.identify, "$identify", Map.of(), traits, occurred, at);
    }

    static Event group(String id, String account, Instant occurred, Instant at) {
        return group(id, account, Map.of(), occurred, at);
    }

    static Event group(
            String id,
            String account,
            Map<String, Object> properties,
            Instant occurred,
            Instant at) {
        return new Event(
                id,
                WORKSPACE,
                EventType.group,
                "$group",
                null,
                "ann",
                null,
                account,
                Map.of(),
                properties,
                Map.of(),
                Map.of(),
                occurred,
                at,
                "s",
                false,
                Map.of());
    }

    static Event event(
            String id,
            EventType type,
            String name,
            Map<String, Object> properties,
            Map<String, Object> traits,
            Instant occurred,
            Instant received) {
        return new Event(
                id,
                WORKSPACE,
                type,
                name,
                null,
                "ann",
                null,
                null,
                Map.of(),
                properties,
                traits,
                Map.of(),
                occurred,
                received,
                "s",
                false,
                Map.of());
    }
}
