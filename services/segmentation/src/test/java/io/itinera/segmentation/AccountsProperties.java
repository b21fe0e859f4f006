package io.itinera.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.conditions.InvalidCondition;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Operand;
import io.itinera.contracts.condition.Test;
import io.itinera.contracts.condition.Times;
import io.itinera.contracts.definitions.SegmentDefinition;
import io.itinera.contracts.definitions.SegmentHead;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.itinera.contracts.events.Tick;
import io.itinera.segmentation.domain.customer.Customer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/**
 * Several people of several accounts, who say things of them late and out of order. Whatever
 * partition is behind, in the end everything is as the list of what was said has it, read by hand.
 */
final class AccountsProperties {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant END = START.plusSeconds(3_600);
    private static final List<String> USERS = List.of("ann", "bob", "cho", "dan");
    private static final List<String> ACCOUNTS = List.of("acme", "blue", "cube");
    private static final UUID ON_PRO = new UUID(1, 1);
    private static final UUID NO_PLAN = new UUID(2, 2);
    private static final UUID BUYERS = new UUID(3, 3);

    /**
     * Something that somebody does.
     *
     * @param account which they speak of; null when they buy
     * @param plan what they say of its plan; "none" to take it back, "" for nothing
     * @param seats what they say of its seats; 0 for nothing
     * @param late so many times five seconds ago
     */
    record Act(String user, @Nullable String account, String plan, int seats, int late) {
        Event event(int number) {
            Instant at = START.plusSeconds(10L * number);
            return new Event(
                    "e" + number,
                    "w",
                    account == null ? EventType.track : EventType.group,
                    account == null ? "Bought" : "$group",
                    null,
                    user,
                    null,
                    account,
                    Map.of(),
                    Map.of(),
                    said(),
                    Map.of(),
                    at.minusSeconds(5L * late),
                    at,
                    "s",
                    false,
                    Map.of());
        }

        private Map<String, Object> said() {
            Map<String, Object> said = new TreeMap<>();
            if (!plan.isEmpty()) {
                said.put("plan", plan.equals("none") ? null : plan);
            }
            if (seats > 0) {
                said.put("seats", seats);
            }
            return said;
        }
    }

    @Property(tries = 500)
    void anyOrderEndsInTheSameAccountsAndMembers(
            @ForAll("acts") List<Act> acts, @ForAll Random random) throws InvalidCondition {
        List<Event> events = events(acts);
        Partitions partitions = played(events, random, true);
        for (String account : ACCOUNTS) {
            Set<UUID> members =
                    USERS.stream()
                            .filter(user -> joined(events, user).contains(account))
                            .map(AccountsProperties::id)
                            .collect(Collectors.toSet());
            assertEquals(members, partitions.members(account));
            assertEquals(members.size(), partitions.account(account).size());
            for (String trait : List.of("plan", "seats")) {
                var known = partitions.account(account).traits().get(trait);
                assertEquals(said(events, account, trait), known == null ? null : known.value());
            }
        }
    }

    @Property(tries = 500)
    void anyOrderEndsInTheSameSegments(@ForAll("acts") List<Act> acts, @ForAll Random random)
            throws InvalidCondition {
        List<Event> events = events(acts);
        Partitions partitions = played(events, random, true);
        for (String user : USERS) {
            assertEquals(byHand(events, user), segments(partitions, user), user);
        }
    }

    @Property(tries = 200)
    void segmentPublishedAfterwardsIsTheSame(@ForAll("acts") List<Act> acts, @ForAll Random random)
            throws InvalidCondition {
        List<Event> events = events(acts);
        Partitions partitions = played(events, random, false);
        publish(partitions);
        tick(partitions, END.plusSeconds(1));
        partitions.runInPeace(random);
        for (String user : USERS) {
            assertEquals(byHand(events, user), segments(partitions, user), user);
        }
    }

    @Property(tries = 200)
    void whatIsToldOfSegmentsAddsUpToWhereTheyStand(
            @ForAll("acts") List<Act> acts, @ForAll Random random) throws InvalidCondition {
        List<Event> events = events(acts);
        Partitions partitions = played(events, random, true);
        for (String user : USERS) {
            Set<String> told = new TreeSet<>();
            partitions
                    .activities(id(user))
                    .forEach(
                            it -> {
                                it.entered().forEach(change -> told.add(change.segment()));
                                it.left().forEach(change -> told.remove(change.segment()));
                            });
            assertEquals(segments(partitions, user), told);
        }
    }

    // ---- by hand ----

    private static Set<String> joined(List<Event> events, String user) {
        return events.stream()
                .filter(event -> user.equals(event.userId()))
                .map(Event::groupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** What was said last; of two values said at once, the one that sorts later. */
    private static @Nullable Object said(List<Event> events, String account, String trait) {
        return events.stream()
                .filter(event -> account.equals(event.groupId()))
                .filter(event -> event.traits().containsKey(trait))
                .max(
                        Comparator.comparing(Event::occurredAt)
                                .thenComparing(event -> "" + event.traits().get(trait)))
                .flatMap(event -> Optional.ofNullable(event.traits().get(trait)))
                .orElse(null);
    }

    private static Set<String> byHand(List<Event> events, String user) {
        List<Event> theirs = events.stream().filter(event -> user.equals(event.userId())).toList();
        if (theirs.isEmpty()) {
            return Set.of();
        }
        String account =
                theirs.stream()
                        .filter(event -> event.groupId() != null)
                        .max(
                                Comparator.comparing(Event::occurredAt)
                                        .thenComparing(event -> "" + event.groupId()))
                        .map(Event::groupId)
                        .orElse("");
        Object plan = said(events, account, "plan");
        boolean large = said(events, account, "seats") instanceof Integer seats && seats >= 5;
        boolean bought = theirs.stream().anyMatch(event -> event.name().equals("Bought"));
        Set<String> in = new TreeSet<>();
        if ("pro".equals(plan)) {
            in.add(ON_PRO.toString());
        }
        if (plan == null) {
            in.add(NO_PLAN.toString());
        }
        if (large && bought) {
            in.add(BUYERS.toString());
        }
        return in;
    }

    // ---- by the service ----

    private static Partitions played(List<Event> events, Random random, boolean publishedBefore)
            throws InvalidCondition {
        Partitions partitions = new Partitions(1, 1);
        if (publishedBefore) {
            publish(partitions);
            tick(partitions, START.minusSeconds(1));
            partitions.turnsOf(Integer.MAX_VALUE);
            partitions.runInPeace(random);
            partitions.turnsOf(1);
        }
        for (Event event : events) {
            partitions.collect(Partitions.of(String.valueOf(event.userId())), event);
        }
        partitions.run(random);
        tick(partitions, END);
        partitions.turnsOf(Integer.MAX_VALUE);
        partitions.runInPeace(random);
        return partitions;
    }

    private static void publish(Partitions partitions) throws InvalidCondition {
        Condition large = new Condition.Account("seats", new Test.AtLeast(new Operand.Literal(5)));
        Condition bought = new Condition.Performed("Bought", Times.ONCE, null, null);
        publish(
                partitions,
                ON_PRO,
                new Condition.Account("plan", new Test.Equals(new Operand.Literal("pro"))));
        publish(partitions, NO_PLAN, new Condition.Account("plan", new Test.Exists(false)));
        publish(partitions, BUYERS, new Condition.All(List.of(large, bought)));
    }

    private static void publish(Partitions partitions, UUID segment, Condition condition)
            throws InvalidCondition {
        partitions.publish(
                new SegmentDefinition(segment, 1, "w", "any", condition, START, Map.of()));
        partitions.publish(new SegmentHead(segment, "w", 1, false));
    }

    private static void tick(Partitions partitions, Instant at) {
        for (int i = 0; i < Partitions.COUNT; i++) {
            partitions.collect(i, new Tick(at, i));
        }
    }

    private static Set<String> segments(Partitions partitions, String user) {
        Set<String> in = new TreeSet<>();
        if (partitions.resident(id(user)) instanceof Customer customer) {
            customer.standings()
                    .forEach(
                            (segment, standing) -> {
                                if (standing.member()) {
                                    in.add(segment);
                                }
                            });
        }
        return in;
    }

    private static UUID id(String user) {
        return Partitions.customer("user", user);
    }

    private static List<Event> events(List<Act> acts) {
        List<Event> events = new ArrayList<>();
        acts.forEach(act -> events.add(act.event(events.size())));
        return events;
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        return Combinators.combine(
                        Arbitraries.of(USERS),
                        Arbitraries.of(ACCOUNTS).injectNull(0.2),
                        Arbitraries.of("", "free", "pro", "pro", "none"),
                        Arbitraries.of(0, 3, 5, 8),
                        Arbitraries.integers().between(0, 12))
                .as(Act::new)
                .list()
                .ofMaxSize(20);
    }
}
