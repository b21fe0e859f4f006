package io.itinera.segmentation;

import io.itinera.conditions.InvalidCondition;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Operand;
import io.itinera.contracts.definitions.SegmentDefinition;
import io.itinera.contracts.definitions.SegmentHead;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.itinera.contracts.events.Tick;
import io.itinera.segmentation.domain.customer.Customer;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People who speak of accounts, a second after the other, and a segment of those on a plan. */
final class Companies {
    static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    static final UUID ON_PRO = new UUID(1, 1);

    final Partitions partitions = new Partitions();
    private int said;
    private boolean importing;

    Companies() throws InvalidCondition {
        publish(ON_PRO, "plan", "pro");
        tick(START.minusSeconds(1));
        partitions.turnsOf(1);
    }

    /** A segment of those whose account has this value. */
    void publish(UUID segment, String trait, Object value) throws InvalidCondition {
        Condition is =
                new Condition.Account(
                        trait,
                        new io.itinera.contracts.condition.Test.Equals(new Operand.Literal(value)));
        partitions.publish(new SegmentDefinition(segment, 1, "w", "any", is, START, Map.of()));
        partitions.publish(new SegmentHead(segment, "w", 1, false));
    }

    /** When the next of them speaks. */
    Instant now() {
        return START.plusSeconds(said);
    }

    /** From now on all that is said comes out of a file. */
    void importFiles() {
        importing = true;
    }

    void group(String user, String account, Map<String, Object> traits) {
        say(user, null, user, account, traits);
    }

    /** Somebody does something as a member of a company, which is said in passing. */
    void act(String user, String company) {
        Map<String, Object> inPassing = Map.of("$groups", Map.of("company", company));
        say(user, null, user, null, inPassing, Map.of());
    }

    /** Said of an account, or of none, with what is known of who says it. */
    void say(
            String key,
            @Nullable String device,
            @Nullable String user,
            @Nullable String account,
            Map<String, Object> traits) {
        say(key, device, user, account, Map.of(), traits);
    }

    private void say(
            String key,
            @Nullable String device,
            @Nullable String user,
            @Nullable String account,
            Map<String, Object> properties,
            Map<String, Object> traits) {
        Instant at = now();
        said++;
        Event event =
                new Event(
                        "e" + said,
                        "w",
                        account == null ? EventType.track : EventType.group,
                        account == null ? "Did" : "$group",
                        device,
                        user,
                        null,
                        account,
                        Map.of(),
                        properties,
                        traits,
                        Map.of(),
                        at,
                        at,
                        "s",
                        importing,
                        Map.of());
        partitions.collect(Partitions.of(key), event);
    }

    /** Everything arrives. */
    void run() {
        partitions.run(new Random(1));
    }

    /** Time reaches a moment everywhere. */
    void tick(Instant at) {
        for (int i = 0; i < Partitions.COUNT; i++) {
            partitions.collect(i, new Tick(at, i));
        }
        run();
    }

    Customer customer(String user) {
        return (Customer) partitions.everybody().resident(id(user));
    }

    static UUID id(String user) {
        return Partitions.customer("user", user);
    }
}
