package io.itinera.segmentation.domain.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.segmentation.domain.customer.ChangedTraits;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class AccountTest {
    private static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");
    private static final Account ACME =
            Account.unknown("w", "acme").told(Map.of("plan", "pro", "seats", 3), AT, "s");

    @Test
    void laterValueTakesThePlaceOfAnEarlierOne() {
        Account after = ACME.told(Map.of("plan", "free"), AT.plusMillis(1), "s");
        assertEquals("free", after.traits().get("plan").value());
        assertEquals(ACME.revision() + 1, after.revision());
    }

    @Test
    void lateValueChangesNothing() {
        assertEquals(ACME, ACME.told(Map.of("plan", "free"), AT.minusMillis(1), "s"));
    }

    @Test
    void sayingTheSameAgainIsNotedAndIsNoChange() {
        Account after = ACME.told(Map.of("plan", "pro"), AT.plusMillis(1), "s");
        assertEquals(AT.plusMillis(1), after.traits().get("plan").at());
        assertEquals(ACME.revision(), after.revision());
    }

    @Test
    void lateValueDoesNotBringBackWhatWasTakenBack() {
        Map<String, Object> taken = new HashMap<>();
        taken.put("plan", null);
        Account after =
                ACME.told(taken, AT.plusMillis(2), "s")
                        .told(Map.of("plan", "free"), AT.plusMillis(1), "s");
        assertEquals(null, after.traits().get("plan").value());
    }

    @Test
    void traitsAreNoLargerThanTheLimit() {
        Account empty = Account.unknown("w", "acme");
        int most = Account.MAX_SIZE - "essay".length() - 8;
        String fits = "x".repeat(most);
        assertTrue(empty.told(Map.of("essay", fits), AT, "s").traits().containsKey("essay"));
        assertFalse(empty.told(Map.of("essay", fits + "x"), AT, "s").traits().containsKey("essay"));
    }

    @Test
    void membersAreCountedByPartition() {
        Account counted = ACME.counting(1, 4).counting(2, 3).counting(1, 5);
        assertEquals(8, counted.size());
        assertEquals(Set.of(2), counted.counting(1, 0).members().keySet());
    }

    @Test
    void accountIsUnusedSinceItWasHeardOfLastWithNobodyInIt() {
        Account heard = ACME.heardOf(AT);
        Account used = heard.counting(1, 1).heardOf(AT.plusMillis(1));
        Account left = used.counting(1, 0).heardOf(AT.plusMillis(3));
        assertEquals(
                Arrays.asList(AT, null, AT.plusMillis(3), AT.plusMillis(3)),
                Stream.of(heard, used, left, left.heardOf(AT.plusMillis(2)))
                        .map(Account::unusedSince)
                        .toList());
    }

    @Test
    void anyTraitMayHaveChangedOfAnAccountThatWasNotKnown() {
        AccountCopy none = AccountCopy.none("w", "acme").counting(1);
        assertEquals(new ChangedTraits.All(), none.told(ACME.traits(), 1).since(none));
    }

    @Test
    void onlyTraitsWithAnotherValueHaveChanged() {
        AccountCopy before = AccountCopy.none("w", "acme").counting(1).told(ACME.traits(), 1);
        Account later = ACME.told(Map.of("plan", "free", "seats", 3.0), AT.plusMillis(1), "s");
        assertEquals(
                new ChangedTraits.These(Set.of("plan")),
                before.told(later.traits(), 2).since(before));
    }

    @Test
    void whatIsOfNowStaysSoWhateverLongPastComesWithIt() {
        AccountChange now = new AccountChange(new ChangedTraits.These(Set.of("plan")), false);
        AccountChange past = new AccountChange(new ChangedTraits.These(Set.of("seats")), true);
        ChangedTraits both = new ChangedTraits.These(Set.of("plan", "seats"));
        assertEquals(
                List.of(new AccountChange(both, false), new AccountChange(both, false), past, past),
                List.of(
                        now.and(past),
                        past.and(now),
                        past.and(AccountChange.NONE),
                        AccountChange.NONE.and(past)));
    }

    @Test
    void thoseWhoWereAskedFirstAreAskedAgainOnlyAboutWhatChangedMeanwhile() {
        AccountChange now = new AccountChange(new ChangedTraits.These(Set.of("plan")), false);
        AccountChange past = new AccountChange(new ChangedTraits.These(Set.of("seats")), true);
        Telling underway = Telling.of("w", "acme", now, AT, null).upTo(new UUID(1, 1));
        assertEquals(past, underway.and(Telling.of("w", "acme", past, AT, null)).anew().changed());
    }

    @Test
    void whoHasNoMembersOrKnowsMoreLearnsNothing() {
        AccountCopy none = AccountCopy.none("w", "acme");
        assertFalse(none.learns(1));
        assertTrue(none.counting(1).learns(1));
        assertFalse(none.counting(1).told(ACME.traits(), 2).learns(2));
    }
}
