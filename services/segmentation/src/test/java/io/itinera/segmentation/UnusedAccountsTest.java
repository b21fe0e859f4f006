package io.itinera.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.conditions.InvalidCondition;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.outcomes.OutcomeName;
import io.itinera.segmentation.domain.accounts.Account;
import io.itinera.segmentation.domain.customer.Belongings;
import io.itinera.segmentation.domain.people.Union;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An account that nobody belongs to is kept for as long as somebody may come back. */
final class UnusedAccountsTest {
    private final Companies companies = new Companies();
    private final Partitions partitions = companies.partitions;

    UnusedAccountsTest() throws InvalidCondition {}

    @Test
    void accountThatNobodyBelongsToIsForgottenOnceNobodyCanComeBack() {
        companies.group("ann", "acme", Map.of("plan", "pro"));
        joinOthers("ann");
        companies.run();
        Instant left = companies.now().minusSeconds(1);
        companies.tick(left.plus(Account.KEPT_UNUSED));
        Account kept = partitions.everybody().account("acme");
        companies.tick(left.plus(Account.KEPT_UNUSED).plusMillis(1));
        assertEquals(
                List.of(0L, Set.of("plan"), Account.unknown("w", "acme")),
                List.of(
                        kept.size(),
                        kept.traits().keySet(),
                        partitions.everybody().account("acme")));
    }

    @Test
    void accountThatHasMembersIsKeptHoweverLongNobodySpeaksOfIt() {
        companies.group("ann", "acme", Map.of("plan", "pro"));
        companies.run();
        companies.tick(Companies.START.plus(Account.KEPT_UNUSED.multipliedBy(2)));
        assertEquals(Set.of("plan"), partitions.everybody().account("acme").traits().keySet());
    }

    @Test
    void mergeUndoneOnItsLastDayGivesBackAnAccountThatOnlyTheOtherBelongedTo() {
        companies.group("ann", "acme", Map.of("plan", "pro"));
        joinOthers("bob");
        companies.run();
        ask(OutcomeName.MERGE_ASKED, companies.now());
        companies.run();
        Set<UUID> merged = partitions.everybody().members("acme");
        Instant lastDay = companies.now().plus(Union.UNDOABLE);
        companies.tick(lastDay);
        ask(OutcomeName.UNMERGE_ASKED, lastDay);
        companies.run();
        assertEquals(
                List.of(Set.of(), Set.of(Companies.id("ann"))),
                List.of(merged, partitions.everybody().members("acme")));
        assertEquals(1, partitions.everybody().members("w", Companies.ON_PRO));
    }

    /** So many that whatever they belonged to before is one too many. */
    private void joinOthers(String user) {
        for (int i = 0; i < Belongings.MAX_ACCOUNTS; i++) {
            companies.group(user, "other-" + i, Map.of());
        }
    }

    /** Somebody asks about Ann, who is taken for Bob. */
    private void ask(OutcomeName name, Instant at) {
        partitions.take(
                new Outcome(
                        name.wire(),
                        "w",
                        Companies.id("ann"),
                        name,
                        Map.of("into", Companies.id("bob").toString(), "by", "mira"),
                        at,
                        null,
                        0,
                        Map.of()));
    }
}
