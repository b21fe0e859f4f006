package io.itinera.segmentation.domain.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Operand;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.outcomes.OutcomeName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TagsTest {
    private static final Instant START = Lives.START;
    private static final Condition VIP =
            new Condition.Trait(
                    "tags",
                    new io.itinera.contracts.condition.Test.Contains(new Operand.Literal("vip")));

    @Test
    void tagIsToldAndIsATraitToSegments() {
        Lives life = new Lives(Lives.rule("vips", 1, VIP));
        Activity told = said(life, OutcomeName.TAG_ADDED, "vip", START, START, null);
        assertEquals(
                List.of(List.of("vips"), List.of("customer.created", "tag.added"), List.of("vip")),
                List.of(
                        told.profile().segments(),
                        names(told),
                        life.customer().traitValues().get("tags")));
    }

    @Test
    void tagEndsByItselfAtItsTime() {
        Lives life = new Lives(Lives.rule("vips", 1, VIP));
        Instant until = START.plus(Duration.ofDays(7));
        said(life, OutcomeName.TAG_ADDED, "vip", START, START, until);
        Activity told =
                life.take(new Input.TimePassed(), until.plusSeconds(90)).activities().getFirst();
        assertEquals(
                List.of(until, List.of("tag.removed"), List.of()),
                List.of(told.at(), names(told), told.profile().segments()));
    }

    @Test
    void lateWordDoesNotTakeAwayWhatWasGivenAfterIt() {
        Lives life = new Lives();
        said(
                life,
                OutcomeName.TAG_ADDED,
                "vip",
                START.plusSeconds(60),
                START.plusSeconds(60),
                null);
        said(life, OutcomeName.TAG_REMOVED, "vip", START, START.plusSeconds(70), null);
        assertEquals(List.of("vip"), life.customer().traitValues().get("tags"));
    }

    @Test
    void tagThatTheCustomerHasIsNotToldAgain() {
        Lives life = new Lives();
        said(life, OutcomeName.TAG_ADDED, "vip", START, START, null);
        Instant later = START.plusSeconds(5);
        Activity told = said(life, OutcomeName.TAG_ADDED, "vip", later, later, null);
        assertEquals(List.of(), names(told));
    }

    @Test
    void tagBeyondTheLimitIsNotTaken() {
        Lives life = new Lives();
        for (int i = 0; i <= Tags.MAX; i++) {
            Instant at = START.plusSeconds(i);
            said(life, OutcomeName.TAG_ADDED, "t" + i, at, at, null);
        }
        assertEquals(Tags.MAX, life.customer().tags().size());
    }

    @Test
    void tagsThatWouldBeTooLongTogetherAreNotTaken() {
        Lives life = new Lives();
        for (int i = 0; i <= Tags.MAX_SIZE / Tags.MAX_NAME; i++) {
            Instant at = START.plusSeconds(i);
            String tag = ("t" + i).repeat(Tags.MAX_NAME).substring(0, Tags.MAX_NAME);
            said(life, OutcomeName.TAG_ADDED, tag, at, at, null);
        }
        assertEquals(Tags.MAX_SIZE / Tags.MAX_NAME, life.customer().tags().size());
    }

    private static Activity said(
            Lives life,
            OutcomeName name,
            String tag,
            Instant occurred,
            Instant now,
            @Nullable Instant until) {
        Map<String, Object> properties = new TreeMap<>(Map.of("tag", tag, "by", "aiko"));
        if (until != null) {
            properties.put("until", until.toString());
        }
        Outcome outcome =
                new Outcome(
                        name + tag + occurred,
                        Lives.WORKSPACE,
                        Lives.CUSTOMER,
                        name,
                        properties,
                        occurred,
                        null,
                        0,
                        Map.of());
        Entry entry = new Entry(Lives.CUSTOMER, new Happening.Underwent(outcome));
        return life.take(new Input.Happened(entry), now).activities().getLast();
    }

    private static List<String> names(Activity activity) {
        return activity.derived().stream().map(it -> it.name()).toList();
    }
}
