package io.itinera.segmentation.domain.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.itinera.conditions.Conditions;
import io.itinera.conditions.InvalidCondition;
import io.itinera.contracts.activity.ActivityCause;
import io.itinera.contracts.activity.MembershipChange;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Moment;
import io.itinera.contracts.condition.Operand;
import io.itinera.contracts.events.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AccountsOfCustomersTest {
    private static final Instant LATER = Lives.START.plusSeconds(60);

    private final Lives life =
            new Lives(
                    Lives.rule("pro", 1, is("plan", "pro")),
                    Lives.rule("japan", 1, is("country", "JP")));

    @Test
    void memberOfAKnownAccountIsInWhatAsksForItAtOnce() {
        life.known("acme", Map.of("plan", "pro"));
        Decision decision = life.happened(group("e1", "acme", Lives.START));
        assertEquals(List.of(entered("pro", ActivityCause.event)), entered(decision));
    }

    @Test
    void accountThatWasSaidLastCounts() {
        life.known("acme", Map.of("plan", "pro"));
        life.known("blue", Map.of("country", "JP"));
        life.happened(group("e1", "acme", Lives.START));
        life.happened(group("e2", "blue", LATER));
        assertEquals(List.of("japan"), life.customer().profile().segments());
    }

    @Test
    void lateCallIsNotedAndDoesNotSwitch() {
        life.known("acme", Map.of("plan", "pro"));
        life.known("blue", Map.of("country", "JP"));
        life.happened(group("e1", "acme", LATER));
        life.happened(Lives.group("e2", "blue", Lives.START, LATER));
        assertEquals(List.of("pro"), life.customer().profile().segments());
        assertEquals(Set.of("acme", "blue"), life.customer().accounts().keySet());
    }

    @Test
    void eventThatBelongsToAGroupMakesItsPersonAMember() {
        life.known(acme(), Map.of("plan", "pro"));
        Decision decision = life.happened(bought("e1", "acme", Lives.START));
        assertEquals(List.of(entered("pro", ActivityCause.event)), entered(decision));
        assertEquals(Map.of(), life.customer().traitValues());
    }

    @Test
    void eventThatNamesTwoGroupsLeavesTheOrderOfTypes() {
        life.known(acme(), Map.of("plan", "pro"));
        life.known(new AccountName("project", "p1").key(), Map.of("country", "JP"));
        Map<String, Object> both = Map.of("company", "acme", "project", "p1");
        life.happened(Lives.track("e1", "Bought", Map.of("$groups", both), Lives.START));
        life.happened(bought("e2", "acme", Lives.START.plusSeconds(1)));
        assertEquals(List.of("pro"), life.customer().profile().segments());
        Event call = Lives.group("e3", "p1", Map.of("$group_type", "project"), LATER, LATER);
        assertEquals(List.of(entered("japan", ActivityCause.event)), entered(life.happened(call)));
        Decision after =
                life.happened(
                        Lives.track("e4", "Bought", Map.of("$groups", both), LATER.plusSeconds(1)));
        assertEquals(List.of(), entered(after));
        assertEquals(List.of("japan"), life.customer().profile().segments());
    }

    @Test
    void groupThatAnEventNamedLastCountsHoweverLateAnotherComes() {
        life.known(acme(), Map.of("plan", "pro"));
        life.known(new AccountName("company", "blue").key(), Map.of("country", "JP"));
        life.happened(bought("e1", "acme", Lives.START));
        life.happened(bought("e3", "acme", LATER));
        Event between = bought("e2", "blue", Lives.START.plusSeconds(1));
        life.happened(between);
        assertEquals(List.of("pro"), life.customer().profile().segments());
    }

    @Test
    void nothingIsReadOfAccountsWhileTheirOrderStays() {
        life.happened(bought("e1", "acme", Lives.START));
        Customer before = life.customer();
        life.happened(bought("e2", "acme", LATER));
        KnownAccounts unread =
                (_, account) -> {
                    throw new AssertionError(account + " was read");
                };
        assertFalse(unread.isAnother(before, life.customer()));
        assertNotEquals(before.accounts(), life.customer().accounts());
    }

    @Test
    void accountOfWhichNothingIsKnownHereDoesNotCountYet() {
        life.known("acme", Map.of("plan", "pro"));
        life.happened(group("e1", "acme", Lives.START));
        Decision decision = life.happened(group("e2", "blue", LATER));
        assertEquals(List.of(), decision.activities().getFirst().left());
    }

    @Test
    void changeOfATraitAsksOnlyWhatMentionsIt() {
        life.happened(group("e1", "acme", Lives.START));
        life.known("acme", Map.of("plan", "pro", "country", "JP"));
        Decision decision = life.take(told("acme", "plan"), LATER);
        assertEquals(List.of(entered("pro", ActivityCause.account)), entered(decision));
    }

    @Test
    void whatWasImportedOfAnAccountIsABackfill() {
        life.happened(group("e1", "acme", Lives.START));
        life.known("acme", Map.of("plan", "pro"));
        Decision decision = life.take(told("acme", "plan", ActivityCause.backfill), LATER);
        assertEquals(List.of(entered("pro", ActivityCause.backfill)), entered(decision));
        assertEquals(ActivityCause.backfill, decision.activities().getFirst().cause());
    }

    @Test
    void accountThatWasNotKnownAsksEverythingThatMentionsOne() {
        life.happened(group("e1", "acme", Lives.START));
        life.known("acme", Map.of("plan", "pro", "country", "JP"));
        life.take(
                new Input.AccountTold("acme", new ChangedTraits.All(), 1, ActivityCause.account),
                LATER);
        assertEquals(List.of("japan", "pro"), life.customer().profile().segments());
    }

    @Test
    void changeOfAnAccountThatDoesNotCountTellsNothing() {
        life.known("acme", Map.of());
        life.known("blue", Map.of());
        life.happened(group("e1", "acme", Lives.START));
        life.happened(group("e2", "blue", LATER));
        life.known("acme", Map.of("plan", "pro"));
        assertEquals(List.of(), life.take(told("acme", "plan"), LATER).activities());
    }

    @Test
    void dateOfAnAccountComesByItself() {
        Lives renewing =
                new Lives(
                        Lives.rule(
                                "renewing",
                                1,
                                new Condition.Account(
                                        "renewal",
                                        new io.itinera.contracts.condition.Test.Before(
                                                new Moment.Ahead(Duration.ofDays(30))))));
        renewing.known("acme", Map.of("renewal", Lives.START.plus(Duration.ofDays(40)).toString()));
        renewing.happened(group("e1", "acme", Lives.START));
        Decision decision =
                renewing.take(new Input.TimePassed(), Lives.START.plus(Duration.ofDays(11)));
        assertEquals(List.of(entered("renewing", ActivityCause.time)), entered(decision));
    }

    @Test
    void whatAJourneyAsksOfAnAccountIsAHiddenSegment() throws InvalidCondition {
        Condition pro = is("plan", "pro");
        assertEquals(
                Set.of(Conditions.hash(pro)),
                JourneyPlans.questions("Added", new Condition.Not(pro)).hidden().keySet());
    }

    @Test
    void ofElevenAccountsTheOneThatWasSaidFirstIsForgotten() {
        for (int i = 0; i < Belongings.MAX_ACCOUNTS; i++) {
            life.happened(group("e" + i, "a" + i, Lives.START.plusSeconds(i)));
        }
        assertEquals(Belongings.MAX_ACCOUNTS, life.customer().accounts().size());
        life.happened(group("last", "b", LATER));
        assertEquals(Belongings.MAX_ACCOUNTS, life.customer().accounts().size());
        assertEquals("a1", life.customer().accounts().firstKey());
    }

    private static String acme() {
        return new AccountName("company", "acme").key();
    }

    /** Bought as a member of a company, which is said in passing. */
    private static Event bought(String id, String company, Instant at) {
        return Lives.track(id, "Bought", Map.of("$groups", Map.of("company", company)), at);
    }

    private static Event group(String id, String account, Instant at) {
        return Lives.group(id, account, at, at);
    }

    private static Input told(String account, String trait) {
        return told(account, trait, ActivityCause.account);
    }

    private static Input told(String account, String trait, ActivityCause cause) {
        return new Input.AccountTold(account, new ChangedTraits.These(Set.of(trait)), 1, cause);
    }

    private static Condition is(String trait, String value) {
        return new Condition.Account(
                trait, new io.itinera.contracts.condition.Test.Equals(new Operand.Literal(value)));
    }

    private static MembershipChange entered(String segment, ActivityCause cause) {
        return new MembershipChange(segment, 1, cause);
    }

    private static List<MembershipChange> entered(Decision decision) {
        return decision.activities().stream().flatMap(it -> it.entered().stream()).toList();
    }
}
