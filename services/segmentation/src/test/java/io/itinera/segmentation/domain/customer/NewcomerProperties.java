package io.itinera.segmentation.domain.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.conditions.Conditions;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Operand;
import io.itinera.contracts.condition.Step;
import io.itinera.contracts.condition.Test;
import io.itinera.contracts.condition.Times;
import io.itinera.contracts.condition.Window;
import io.itinera.segmentation.domain.rules.SegmentKey;
import io.itinera.segmentation.domain.rules.SegmentRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A newcomer's first event asks few segments, and leaves none out. */
final class NewcomerProperties {
    private static final Window DAY = new Window.Last(Duration.ofDays(1));
    private static final Instant AFTER = Lives.START.plusMillis(1);

    /** Asking everything at once afterwards finds nothing that the first event did not. */
    @Property(tries = 1_000)
    void computingEverySegmentAfterTheFirstEventChangesNothing(
            @ForAll("conditions") List<Condition> conditions,
            @ForAll("names") String name,
            @ForAll boolean fromJapan) {
        SegmentRule[] rules = rules(conditions);
        Lives life = new Lives(rules);
        Map<String, Object> traits = fromJapan ? Map.of("country", "JP") : Map.of();
        life.happened(
                Lives.event(
                        "e1",
                        io.itinera.contracts.events.EventType.track,
                        name,
                        Map.of(),
                        traits,
                        Lives.START,
                        Lives.START));
        Map<String, Standing> before = life.customer().standings();

        Set<SegmentKey> all =
                List.of(rules).stream().map(SegmentRule::key).collect(Collectors.toSet());
        life.rules(Lives.book(all, rules));
        Decision computed = life.take(new Input.TimePassed(), AFTER);

        assertEquals(List.of(), computed.activities());
        assertEquals(before, computed.customer().standings());
    }

    /** Each may mention those before it; one that mentions others could not be published. */
    private static SegmentRule[] rules(List<Condition> conditions) {
        List<SegmentRule> rules = new ArrayList<>();
        Set<String> before = new HashSet<>();
        for (Condition condition : conditions) {
            if (before.containsAll(Conditions.segments(condition))) {
                String segment = "s" + before.size();
                rules.add(Lives.rule(segment, 1, condition));
                before.add(segment);
            }
        }
        return rules.toArray(SegmentRule[]::new);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("Viewed", "Bought", "Left");
    }

    @Provide
    Arbitrary<List<Condition>> conditions() {
        return Arbitraries.lazyOf(this::leaves, this::joined).list().ofMinSize(1).ofMaxSize(6);
    }

    private Arbitrary<Condition> joined() {
        return Combinators.combine(leaves(), leaves(), Arbitraries.integers().between(0, 2))
                .as(
                        (left, right, how) ->
                                switch (how) {
                                    case 0 -> new Condition.All(List.of(left, right));
                                    case 1 -> new Condition.Any(List.of(left, right));
                                    default -> new Condition.Not(left);
                                });
    }

    private Arbitrary<Condition> leaves() {
        return Arbitraries.of(
                new Condition.Performed("Bought", Times.ONCE, DAY, null),
                new Condition.Performed("Bought", new Times(0, 0), DAY, null),
                new Condition.Performed("Viewed", new Times(2, 3), null, null),
                new Condition.Unfollowed(
                        new Step("Viewed", null),
                        new Step("Bought", null),
                        Duration.ofHours(1),
                        DAY),
                new Condition.Trait("country", new Test.Equals(new Operand.Literal("JP"))),
                new Condition.Trait("country", new Test.Exists(false)),
                new Condition.Account("plan", new Test.Exists(false)),
                new Condition.Bucket("a", 0, 5_000),
                new Condition.Segment("s0"),
                new Condition.Segment("s1"),
                new Condition.All(List.of()));
    }
}
