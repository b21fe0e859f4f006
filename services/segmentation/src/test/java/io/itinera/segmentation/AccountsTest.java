package io.itinera.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.conditions.InvalidCondition;
import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityCause;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Operand;
import io.itinera.contracts.definitions.SegmentDefinition;
import io.itinera.contracts.definitions.SegmentHead;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.itinera.contracts.events.Tick;
import io.itinera.segmentation.domain.accounts.Account;
import io.itinera.segmentation.domain.customer.Customer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said of an account reaches its members, wherever they live. */
final class AccountsTest {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    private static final UUID ON_PRO = new UUID(1, 1);
    private static final UUID LARGE = new UUID(1, 2);
    private static final Condition MANY_SEATS =
            new Condition.Account(
                    "seats",
                    new io.itinera.contracts.condition.Test.Equals(new Operand.Literal(40)));

    /** Several turns of each partition. */
    private static final int MANY = 4 * Partitions.COUNT * Accounts.CHUNK;

    private final Partitions partitions = new Partitions();
    private int said;

    AccountsTest() throws InvalidCondition {
        Condition pro =
                new Condition.Account(
                        "plan",
                        new io.itinera.contracts.condition.Test.Equals(new Operand.Literal("pro")));
        partitions.publish(new SegmentDefinition(ON_PRO, 1, "w", "pro", pro, START, Map.of()));
        partitions.publish(new SegmentHead(ON_PRO, "w", 1, false));
        for (int i = 0; i < Partitions.COUNT; i++) {
            partitions.collect(i, new Tick(START.minusSeconds(1), i));
        }
        partitions.runInPeace(new Random(1));
        partitions.turnsOf(1);
    }

    @Test
    void everyMemberIsToldOnceAndBecauseOfTheAccount() {
        IntStream.range(0, MANY).forEach(i -> group("u" + i, "acme", Map.of()));
        group("u0", "acme", Map.of("plan", "pro"));
        partitions.run(new Random(1));
        assertEquals(
                List.of(ActivityCause.account),
                changes(IntStream.range(0, MANY).mapToObj(i -> "u" + i))
                        .map(Activity::cause)
                        .distinct()
                        .toList());
        assertEquals(MANY, changes(IntStream.range(0, MANY).mapToObj(i -> "u" + i)).count());
        assertEquals(MANY, partitions.account("acme").size());
    }

    @Test
    void changeWhileOthersAreStillBeingToldReachesThoseWhoWereToldFirst() {
        IntStream.range(0, MANY).forEach(i -> group("u" + i, "acme", Map.of("plan", "free")));
        partitions.run(new Random(1));
        partitions.turnsOf(0);
        group("u0", "acme", Map.of("plan", "pro"));
        partitions.arriveAll(new Random(1));
        long toldFirst = partitions.members("w", ON_PRO);
        group("u1", "acme", Map.of("plan", "free"));
        partitions.arriveAll(new Random(1));
        partitions.turnsOf(1);
        partitions.run(new Random(2));
        assertEquals(
                List.of((long) Partitions.COUNT * Accounts.CHUNK, 0L),
                List.of(toldFirst, partitions.members("w", ON_PRO)));
    }

    @Test
    void largeAccountIsToldInPieces() {
        IntStream.range(0, MANY).forEach(i -> group("u" + i, "acme", Map.of()));
        partitions.run(new Random(1));
        partitions.turnsOf(0);
        group("u0", "acme", Map.of("plan", "pro"));
        partitions.arriveAll(new Random(1));
        long first = partitions.members("w", ON_PRO);
        assertTrue(first > 0 && first <= Partitions.COUNT * Accounts.CHUNK, () -> first + " asked");
        partitions.turnsOf(1);
        partitions.run(new Random(1));
        assertEquals(MANY, partitions.members("w", ON_PRO));
    }

    @Test
    void segmentPublishedLaterFindsWhatNobodyWasAskedAbout() throws InvalidCondition {
        group("ann", "acme", Map.of("plan", "pro"));
        partitions.run(new Random(1));
        group("bob", "acme", Map.of("seats", 40));
        partitions.run(new Random(1));
        partitions.publish(
                new SegmentDefinition(LARGE, 1, "w", "large", MANY_SEATS, START, Map.of()));
        partitions.publish(new SegmentHead(LARGE, "w", 1, false));
        partitions.turnsOf(MANY);
        IntStream.range(0, Partitions.COUNT).forEach(partitions::turn);
        assertEquals(2, partitions.members("w", LARGE));
    }

    @Test
    void customerStaysInTheirAccountUntilSomethingIsKnownOfTheNext() {
        group("ann", "acme", Map.of("plan", "pro"));
        group("bob", "blue", Map.of("plan", "pro"));
        partitions.run(new Random(1));
        group("ann", "blue", Map.of());
        partitions.run(new Random(1));
        assertEquals(1, changes(Stream.of("ann")).count());
    }

    @Test
    void traitsOfAnAccountAreNobodysOwn() {
        group("ann", "acme", Map.of("plan", "pro"));
        partitions.run(new Random(1));
        assertEquals(Map.of(), customer("ann").traitValues());
    }

    @Test
    void mergeCarriesMembershipsAlong() {
        collect("d1", event("d1", null, "acme", Map.of("plan", "pro")));
        partitions.run(new Random(1));
        UUID nameless = Partitions.customer("anonymous", "d1");
        assertEquals(Set.of(nameless), partitions.members("acme"));
        collect("d1", event("d1", "ann", null, Map.of()));
        partitions.run(new Random(1));
        assertEquals(Set.of(Partitions.customer("user", "ann")), partitions.members("acme"));
        assertEquals(1, partitions.account("acme").size());
        assertEquals(1, partitions.members("w", ON_PRO));
    }

    @Test
    void secondPersonOnADeviceBelongsToNothingOfTheFirst() {
        collect("d1", event("d1", "ann", "acme", Map.of("plan", "pro")));
        collect("d1", event("d1", "bob", null, Map.of()));
        partitions.run(new Random(1));
        assertFalse(customer("ann").accounts().isEmpty());
        assertTrue(customer("bob").accounts().isEmpty());
    }

    @Test
    void whatMakesAnAccountTooLargeIsNotTaken() {
        group("ann", "acme", Map.of("plan", "pro"));
        group("ann", "acme", Map.of("essay", "x".repeat(Account.MAX_SIZE)));
        partitions.run(new Random(1));
        assertEquals(List.of("plan"), List.copyOf(partitions.account("acme").traits().keySet()));
    }

    private Stream<Activity> changes(Stream<String> users) {
        return users.map(user -> Partitions.customer("user", user))
                .flatMap(id -> partitions.activities(id).stream())
                .filter(it -> !it.entered().isEmpty() || !it.left().isEmpty());
    }

    private Customer customer(String user) {
        return (Customer) partitions.resident(Partitions.customer("user", user));
    }

    private void group(String user, String account, Map<String, Object> traits) {
        collect(user, event(null, user, account, traits));
    }

    private void collect(String key, Event event) {
        partitions.collect(Partitions.of(key), event);
    }

    private Event event(
            @Nullable String device,
            @Nullable String user,
            @Nullable String account,
            Map<String, Object> traits) {
        Instant at = START.plusSeconds(said);
        said++;
        return new Event(
                "e" + said,
                "w",
                account == null ? EventType.track : EventType.group,
                account == null ? "Did" : "$group",
                device,
                user,
                null,
                account,
                Map.of(),
                Map.of(),
                traits,
                Map.of(),
                at,
                at,
                "s",
                false,
                Map.of());
    }
}
