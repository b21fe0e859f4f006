package io.itinera.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.conditions.InvalidCondition;
import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityCause;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Operand;
import io.itinera.contracts.condition.Test;
import io.itinera.contracts.condition.Times;
import io.itinera.contracts.definitions.SegmentDefinition;
import io.itinera.contracts.definitions.SegmentHead;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.Tick;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.outcomes.OutcomeName;
import io.itinera.segmentation.domain.accounts.Account;
import io.itinera.segmentation.domain.customer.Customer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Several people of several accounts, who say things of them late and out of order, and of whom
 * some are found to be others; one account may have more members in a partition than are asked at a
 * time. Whatever partition is behind, in the end everything is as the list of what was said has it,
 * read by hand.
 */
final class AccountsProperties {
    /** When all would be forgotten that nobody has spoken of. */
    private static final Instant LONG_AFTER =
            AccountPlay.START.plus(Account.KEPT_UNUSED.multipliedBy(2));

    @Provide
    Arbitrary<AccountPlay> plays() {
        return AccountPlay.any();
    }

    @Property(tries = 500)
    void anyOrderEndsInTheSameAccountsAndMembers(
            @ForAll("plays") AccountPlay play, @ForAll Random random) throws InvalidCondition {
        Partitions partitions = played(play, random, true);
        for (String account : AccountPlay.ACCOUNTS) {
            String key = AccountPlay.called(account).key();
            assertEquals(play.members(account), partitions.everybody().members(key));
            assertEquals(play.members(account).size(), partitions.everybody().account(key).size());
            for (String trait : List.of("plan", "seats")) {
                var known = partitions.everybody().account(key).traits().get(trait);
                assertEquals(play.said(account, trait), known == null ? null : known.value());
            }
        }
    }

    @Property(tries = 500)
    void anyOrderEndsInTheSameSegments(@ForAll("plays") AccountPlay play, @ForAll Random random)
            throws InvalidCondition {
        Partitions partitions = played(play, random, true);
        for (String user : play.users()) {
            assertEquals(play.segments(user), segments(partitions, user), user);
        }
    }

    @Property(tries = 200)
    void segmentPublishedAfterwardsIsTheSame(
            @ForAll("plays") AccountPlay play, @ForAll Random random) throws InvalidCondition {
        Partitions partitions = played(play, random, false);
        publish(partitions);
        tick(partitions, LONG_AFTER.plusSeconds(1));
        partitions.runInPeace(random);
        for (String user : play.users()) {
            assertEquals(play.segments(user), segments(partitions, user), user);
        }
    }

    @Property(tries = 200)
    void whatIsToldOfSegmentsAddsUpToWhereTheyStand(
            @ForAll("plays") AccountPlay play, @ForAll Random random) throws InvalidCondition {
        Partitions partitions = played(play, random, true);
        for (String user : play.users()) {
            Set<String> told = new TreeSet<>();
            partitions
                    .told()
                    .activities(AccountPlay.id(user))
                    .forEach(
                            it -> {
                                it.entered().forEach(change -> told.add(change.segment()));
                                it.left().forEach(change -> told.remove(change.segment()));
                            });
            assertEquals(segments(partitions, user), told);
        }
    }

    @Property(tries = 200)
    void whatAnImportSaysOfAccountsIsNobodysNews(
            @ForAll("plays") AccountPlay play, @ForAll Random random) throws InvalidCondition {
        AccountPlay imported = play.outOfAFile();
        Partitions partitions = played(imported, random, true);
        for (String user : imported.users()) {
            assertEquals(imported.segments(user), segments(partitions, user), user);
            assertTrue(
                    partitions.told().activities(AccountPlay.id(user)).stream()
                            .allMatch(AccountsProperties::isBackfillOrHistoric));
        }
    }

    private static boolean isBackfillOrHistoric(Activity it) {
        return it.event() == null ? it.cause() == ActivityCause.backfill : it.event().historic();
    }

    private static Partitions played(AccountPlay play, Random random, boolean publishedBefore)
            throws InvalidCondition {
        Partitions partitions = new Partitions(1, 1);
        if (publishedBefore) {
            publish(partitions);
            tick(partitions, AccountPlay.START.minusSeconds(1));
            partitions.turnsOf(Integer.MAX_VALUE);
            partitions.runInPeace(random);
            partitions.turnsOf(1);
        }
        for (Event event : play.events()) {
            partitions.collect(Partitions.of(String.valueOf(event.userId())), event);
        }
        play.found().forEach((from, into) -> partitions.take(merge(from, into)));
        partitions.run(random);
        tick(partitions, LONG_AFTER);
        partitions.turnsOf(Integer.MAX_VALUE);
        partitions.runInPeace(random);
        return partitions;
    }

    private static void publish(Partitions partitions) throws InvalidCondition {
        Condition large = new Condition.Account("seats", new Test.AtLeast(new Operand.Literal(5)));
        Condition bought = new Condition.Performed("Bought", Times.ONCE, null, null);
        publish(
                partitions,
                AccountPlay.ON_PRO,
                new Condition.Account("plan", new Test.Equals(new Operand.Literal("pro"))));
        publish(
                partitions,
                AccountPlay.NO_PLAN,
                new Condition.Account("plan", new Test.Exists(false)));
        publish(partitions, AccountPlay.BUYERS, new Condition.All(List.of(large, bought)));
    }

    private static void publish(Partitions partitions, UUID segment, Condition condition)
            throws InvalidCondition {
        partitions.publish(
                new SegmentDefinition(
                        segment, 1, "w", "any", condition, AccountPlay.START, Map.of()));
        partitions.publish(new SegmentHead(segment, "w", 1, false));
    }

    private static void tick(Partitions partitions, Instant at) {
        for (int i = 0; i < Partitions.COUNT; i++) {
            partitions.collect(i, new Tick(at, i));
        }
    }

    private static Set<String> segments(Partitions partitions, String user) {
        Set<String> in = new TreeSet<>();
        if (partitions.everybody().resident(AccountPlay.id(user)) instanceof Customer customer) {
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

    private static Outcome merge(String from, String into) {
        return new Outcome(
                "m-" + from,
                "w",
                AccountPlay.id(from),
                OutcomeName.MERGE_ASKED,
                Map.of("into", AccountPlay.id(into).toString(), "by", "mira"),
                AccountPlay.START,
                null,
                0,
                Map.of());
    }
}
