package io.itinera.journeys.domain.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.contracts.Channel;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.MessageOutcome;
import io.itinera.contracts.condition.Moment;
import io.itinera.contracts.condition.Operand;
import io.itinera.contracts.condition.Times;
import io.itinera.contracts.condition.Window;
import io.itinera.contracts.definitions.Entry;
import io.itinera.contracts.definitions.JourneyPlan;
import io.itinera.contracts.definitions.Node;
import io.itinera.contracts.definitions.Node.Wait.From;
import io.itinera.contracts.definitions.Rule;
import io.itinera.journeys.TestPlans;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlanCheckTest {
    private static final Entry ENTRY =
            new Entry("Signed Up", null, null, null, Entry.Reentry.always, null);
    private static final Node DONE = new Node.Exit(null, "done");

    @ParameterizedTest
    @ValueSource(strings = {"cart-drop P3D", "branching", "again"})
    void soundPlanHasNoFlaws(String plan) {
        assertEquals(List.of(), PlanCheck.flaws(TestPlans.named(plan)));
    }

    @Test
    void edgeToNowhereIsAFlawOfItsNode() {
        assertEquals(
                List.of(
                        new Flaw(
                                "a",
                                "/nodes/a/next",
                                "edge_missing",
                                "the way \"next\" leads nowhere")),
                PlanCheck.flaws(plan("a", Map.of("a", waiting(null)))));
    }

    @Test
    void unknownNodeIsAFlawOfWhoLeadsThere() {
        assertEquals(
                List.of(new Flaw("a", "/nodes/a/next", "node_unknown", "there is no node b")),
                PlanCheck.flaws(plan("a", Map.of("a", waiting("b")))));
    }

    @Test
    void nodeThatNothingLeadsToIsAFlaw() {
        assertEquals(List.of("b unreachable"), codes(plan("a", Map.of("a", DONE, "b", DONE))));
    }

    @Test
    void cycleWithoutAWaitIsAFlawOfEveryNodeInIt() {
        assertEquals(
                List.of("a cycle_without_wait", "b cycle_without_wait"),
                codes(plan("a", Map.of("a", either("b", "c"), "b", either("a", "c"), "c", DONE))));
    }

    @Test
    void waitSinceTheTriggerDoesNotBreakACycle() {
        Node past = new Node.Wait(null, Duration.ofDays(1), From.trigger, "a");
        assertEquals(
                List.of("a cycle_without_wait", "b cycle_without_wait"),
                codes(plan("a", Map.of("a", either("b", "c"), "b", past, "c", DONE))));
    }

    @Test
    void cycleWithAWaitIsSound() {
        assertEquals(
                List.of(),
                codes(plan("a", Map.of("a", either("b", "c"), "b", waiting("a"), "c", DONE))));
    }

    @Test
    void twoHundredNodesFit() {
        assertEquals(List.of(), codes(chain(Plans.MAX_NODES)));
    }

    @Test
    void oneNodeMoreDoesNot() {
        assertEquals(List.of("null limit"), codes(chain(Plans.MAX_NODES + 1)));
    }

    @Test
    void missingEntryIsAFlawOfTheTrigger() {
        JourneyPlan plan =
                new JourneyPlan(
                        "x",
                        null,
                        Map.of(),
                        List.of(),
                        List.of(),
                        "a",
                        Map.of("a", DONE),
                        Map.of(),
                        Map.of());
        assertEquals(List.of("trigger entry_missing"), codes(plan));
    }

    @Test
    void rulesWithOneNameAreAFlaw() {
        Rule rule = TestPlans.cartDrop("P3D").excludes().getFirst();
        JourneyPlan plan =
                new JourneyPlan(
                        "x",
                        ENTRY,
                        Map.of(),
                        List.of(rule, rule),
                        List.of(),
                        "a",
                        Map.of("a", DONE),
                        Map.of(),
                        Map.of());
        assertEquals(List.of("trigger duplicate"), codes(plan));
    }

    @Test
    void messageWithoutATemplateIsAFlaw() {
        Node message = new Node.Message(null, Channel.EMAIL, null, "b");
        assertEquals(
                List.of("a template_missing"), codes(plan("a", Map.of("a", message, "b", DONE))));
    }

    @Test
    void boundConditionInTheEntryRuleIsAFlaw() {
        Entry entry =
                new Entry(
                        "Signed Up",
                        null,
                        TestPlans.cartDrop("P3D").excludes().getFirst().when(),
                        null,
                        Entry.Reentry.always,
                        null);
        JourneyPlan plan =
                new JourneyPlan(
                        "x",
                        entry,
                        Map.of(),
                        List.of(),
                        List.of(),
                        "a",
                        Map.of("a", DONE),
                        Map.of(),
                        Map.of());
        assertEquals(List.of("trigger bound"), codes(plan));
    }

    @Test
    void boundQuestionThatARunCannotCountIsAFlaw() {
        Condition lastSeenAfterIt =
                new Condition.Occurrence(
                        Condition.Occurrence.Which.last,
                        "Seen",
                        null,
                        new io.itinera.contracts.condition.Test.After(
                                new Moment.TriggerProperty("at")));
        assertEquals(List.of("a condition"), codes(branching(lastSeenAfterIt)));
    }

    @Test
    void boundMessageOutcomesAreCounted() {
        Condition openedSince =
                new Condition.Message(
                        MessageOutcome.opened,
                        null,
                        null,
                        Times.ONCE,
                        new Window.Since(Window.Anchor.trigger));
        assertEquals(List.of(), codes(branching(openedSince)));
    }

    @Test
    void goalsAreRefusedUntilTheyAreKnown() {
        UUID journey = new UUID(1, 2);
        Condition converted = new Condition.Journey(journey, Condition.Journey.State.converted);
        Condition finished = new Condition.Journey(journey, Condition.Journey.State.finished);
        assertEquals(List.of("a condition"), codes(branching(converted)));
        assertEquals(List.of(), codes(branching(finished)));
        assertEquals(List.of(), codes(branching(new Condition.Segment("buyers"))));
    }

    @Test
    void accountsAreAskedByThemselvesAndNotComparedWithTheTrigger() {
        Condition on = account(new Operand.Literal("pro"));
        Condition like = account(new Operand.TriggerProperty("plan"));
        assertEquals(List.of(), codes(branching(on)));
        assertEquals(List.of("a condition"), codes(branching(new Condition.Not(like))));
    }

    private static Condition account(Operand plan) {
        return new Condition.Account("plan", new io.itinera.contracts.condition.Test.Equals(plan));
    }

    private static JourneyPlan branching(Condition condition) {
        Node branch = new Node.Branch(null, List.of(new Node.Case("it", condition, "b")), "b");
        return plan("a", Map.of("a", branch, "b", DONE));
    }

    @Test
    void everyNodeAndTheTriggerHaveWordsInEachLanguage() {
        for (String language : List.of("en", "ja", "zh-TW")) {
            var plan = TestPlans.named("branching");
            var words = PlanWords.of(plan, Locale.forLanguageTag(language));
            assertEquals(plan.nodes().size() + 1, words.size());
            assertTrue(words.values().stream().noneMatch(String::isBlank));
        }
    }

    private static List<String> codes(JourneyPlan plan) {
        return PlanCheck.flaws(plan).stream().map(flaw -> flaw.node() + " " + flaw.code()).toList();
    }

    private static JourneyPlan plan(String start, Map<String, Node> nodes) {
        return new JourneyPlan(
                "x", ENTRY, Map.of(), List.of(), List.of(), start, nodes, Map.of(), Map.of());
    }

    private static Node waiting(@Nullable String next) {
        return new Node.Wait(null, Duration.ofDays(1), From.arrival, next);
    }

    private static Node either(String one, String other) {
        var vip =
                new io.itinera.contracts.condition.Condition.Trait(
                        "vip", new io.itinera.contracts.condition.Test.Exists(true));
        return new Node.Branch(null, List.of(new Node.Case("vip", vip, one)), other);
    }

    private static JourneyPlan chain(int length) {
        Map<String, Node> nodes = new HashMap<>();
        IntStream.range(1, length).forEach(i -> nodes.put("n" + i, waiting("n" + (i + 1))));
        nodes.put("n" + length, DONE);
        return plan("n1", nodes);
    }
}
