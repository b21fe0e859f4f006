package io.itinera.journeys.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.conditions.Conditions;
import io.itinera.conditions.InvalidCondition;
import io.itinera.contracts.activity.Profile;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Operand;
import io.itinera.contracts.messages.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class AskingTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final Condition ON_PRO =
            new Condition.Account(
                    "plan",
                    new io.itinera.contracts.condition.Test.Equals(new Operand.Literal("pro")));

    @Test
    void whatIsAskedOfAnAccountIsSoForMembersOfItsHiddenSegment() throws InvalidCondition {
        assertEquals(
                List.of(true, false),
                List.of(holdsIn(List.of(Conditions.hash(ON_PRO))), holdsIn(List.of())));
    }

    private static boolean holdsIn(List<String> segments) throws InvalidCondition {
        Profile profile = new Profile(Map.of(), Map.of("plan", "pro"), segments, Map.of());
        Trigger started = new Trigger("e1", "Added", Map.of(), NOW);
        Asking asking = new Asking(new UUID(1, 1), profile, started, Map.of(), NOW);
        return Conditions.compile(ON_PRO).evaluate(asking).holds();
    }
}
