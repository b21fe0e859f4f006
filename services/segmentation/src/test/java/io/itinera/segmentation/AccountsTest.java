package io.itinera.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.conditions.InvalidCondition;
import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityCause;
import io.itinera.contracts.activity.MembershipChange;
import io.itinera.contracts.activity.Merge;
import io.itinera.segmentation.domain.accounts.Account;
import io.itinera.segmentation.domain.customer.AccountName;
import io.itinera.segmentation.domain.people.PeopleRecord;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is said of an account reaches its members, wherever they live. */
final class AccountsTest {
    private static final UUID LARGE = new UUID(1, 2);

    /** Several turns of each partition. */
    private static final int MANY = 4 * Partitions.COUNT * Accounts.CHUNK;

    private static final long COLLECTED_AND_TOLD_TO_ANN = 2;

    private final Companies companies = new Companies();
    private final Partitions partitions = companies.partitions;

    AccountsTest() throws InvalidCondition {}

    @Test
    void everyMemberIsToldOnceAndBecauseOfTheAccount() {
        IntStream.range(0, MANY).forEach(i -> companies.group("u" + i, "acme", Map.of()));
        companies.group("u0", "acme", Map.of("plan", "pro"));
        companies.run();
        assertEquals(
                List.of(ActivityCause.account),
                changes(IntStream.range(0, MANY).mapToObj(i -> "u" + i))
                        .map(Activity::cause)
                        .distinct()
                        .toList());
        assertEquals(MANY, changes(IntStream.range(0, MANY).mapToObj(i -> "u" + i)).count());
        assertEquals(MANY, partitions.everybody().account("acme").size());
    }

    @Test
    void whatAnImportSaysOfAnAccountIsABackfillForItsMembers() {
        companies.group("ann", "acme", Map.of());
        companies.run();
        companies.importFiles();
        companies.group("bob", "acme", Map.of("plan", "pro"));
        companies.run();
        assertEquals(List.of(ActivityCause.backfill), causes("ann"));
    }

    @Test
    void whoIsImportedIntoAnAccountThatIsNotKnownWhereTheyLiveComesInByABackfill() {
        companies.group("ann", "acme", Map.of("plan", "pro"));
        companies.run();
        companies.importFiles();
        String elsewhere =
                IntStream.range(0, MANY)
                        .mapToObj(i -> "u" + i)
                        .filter(user -> home(user) != home("ann"))
                        .findFirst()
                        .orElseThrow();
        companies.group(elsewhere, "acme", Map.of());
        companies.run();
        assertEquals(List.of(ActivityCause.backfill), causes(elsewhere));
    }

    @Test
    void changeWhileOthersAreStillBeingToldReachesThoseWhoWereToldFirst() {
        IntStream.range(0, MANY)
                .forEach(i -> companies.group("u" + i, "acme", Map.of("plan", "free")));
        companies.run();
        partitions.turnsOf(0);
        companies.group("u0", "acme", Map.of("plan", "pro"));
        partitions.arriveAll(new Random(1));
        long toldFirst = partitions.everybody().members("w", Companies.ON_PRO);
        companies.group("u1", "acme", Map.of("plan", "free"));
        partitions.arriveAll(new Random(1));
        partitions.turnsOf(1);
        partitions.run(new Random(2));
        assertEquals(
                List.of((long) Partitions.COUNT * Accounts.CHUNK, 0L),
                List.of(toldFirst, partitions.everybody().members("w", Companies.ON_PRO)));
    }

    @Test
    void largeAccountIsToldInPieces() {
        IntStream.range(0, MANY).forEach(i -> companies.group("u" + i, "acme", Map.of()));
        companies.run();
        partitions.turnsOf(0);
        companies.group("u0", "acme", Map.of("plan", "pro"));
        partitions.arriveAll(new Random(1));
        long first = partitions.everybody().members("w", Companies.ON_PRO);
        assertTrue(first > 0 && first <= Partitions.COUNT * Accounts.CHUNK, () -> first + " asked");
        partitions.turnsOf(1);
        companies.run();
        assertEquals(MANY, partitions.everybody().members("w", Companies.ON_PRO));
    }

    @Test
    void memberWhoWaitsForAMergeIsAskedBehindIt() {
        companies.group("ann", "acme", Map.of());
        companies.run();
        Merge merge = new Merge(new UUID(9, 9), Companies.id("ann"));
        partitions.tell(
                Companies.id("ann"),
                new PeopleRecord.Announced("w", merge, companies.now(), false));
        companies.group("bob", "acme", Map.of("plan", "pro"));
        partitions.arriveAll(new Random(1));
        List<ActivityCause> meanwhile = causes("ann");
        partitions.tell(Companies.id("ann"), new PeopleRecord.Settled("w", merge, companies.now()));
        companies.run();
        assertEquals(
                List.of(List.of(), List.of(ActivityCause.account)),
                List.of(meanwhile, causes("ann")));
    }

    @Test
    void segmentPublishedLaterFindsWhatNobodyWasAskedAbout() throws InvalidCondition {
        companies.group("ann", "acme", Map.of("plan", "pro"));
        companies.run();
        companies.group("bob", "acme", Map.of("seats", 40));
        companies.run();
        companies.publish(LARGE, "seats", 40);
        partitions.turnsOf(MANY);
        IntStream.range(0, Partitions.COUNT).forEach(partitions::turn);
        assertEquals(2, partitions.everybody().members("w", LARGE));
    }

    @Test
    void customerStaysInTheirAccountUntilSomethingIsKnownOfTheNext() {
        companies.group("ann", "acme", Map.of("plan", "pro"));
        companies.group("bob", "blue", Map.of("plan", "pro"));
        companies.run();
        companies.group("ann", "blue", Map.of());
        companies.run();
        assertEquals(1, changes(Stream.of("ann")).count());
    }

    @Test
    void whoActsForACompanyIsItsMemberAlsoWhereNothingWasSaidOfIt() {
        companies.act("ann", "acme");
        companies.run();
        String acme = new AccountName("company", "acme").key();
        assertEquals(Set.of(Companies.id("ann")), partitions.everybody().members(acme));
        assertEquals(1, partitions.everybody().account(acme).size());
    }

    @Test
    void whoActsForTheirCompanyAgainTellsItNothing() {
        companies.act("ann", "acme");
        companies.run();
        long joined = partitions.sent();
        companies.act("ann", "acme");
        companies.run();
        assertEquals(COLLECTED_AND_TOLD_TO_ANN, partitions.sent() - joined);
    }

    @Test
    void traitsOfAnAccountAreNobodysOwn() {
        companies.group("ann", "acme", Map.of("plan", "pro"));
        companies.run();
        assertEquals(Map.of(), companies.customer("ann").traitValues());
    }

    @Test
    void mergeCarriesMembershipsAlong() {
        companies.say("d1", "d1", null, "acme", Map.of("plan", "pro"));
        companies.run();
        UUID nameless = Partitions.customer("anonymous", "d1");
        assertEquals(Set.of(nameless), partitions.everybody().members("acme"));
        companies.say("d1", "d1", "ann", null, Map.of());
        companies.run();
        assertEquals(Set.of(Companies.id("ann")), partitions.everybody().members("acme"));
        assertEquals(1, partitions.everybody().account("acme").size());
        assertEquals(1, partitions.everybody().members("w", Companies.ON_PRO));
    }

    @Test
    void secondPersonOnADeviceBelongsToNothingOfTheFirst() {
        companies.say("d1", "d1", "ann", "acme", Map.of("plan", "pro"));
        companies.say("d1", "d1", "bob", null, Map.of());
        companies.run();
        assertFalse(companies.customer("ann").accounts().isEmpty());
        assertTrue(companies.customer("bob").accounts().isEmpty());
    }

    @Test
    void whatMakesAnAccountTooLargeIsNotTaken() {
        companies.group("ann", "acme", Map.of("plan", "pro"));
        companies.group("ann", "acme", Map.of("essay", "x".repeat(Account.MAX_SIZE)));
        companies.run();
        assertEquals(
                List.of("plan"),
                List.copyOf(partitions.everybody().account("acme").traits().keySet()));
    }

    private static int home(String user) {
        return Partitions.of(Companies.id(user).toString());
    }

    /** What brought somebody into segments or out of them. */
    private List<ActivityCause> causes(String user) {
        return changes(Stream.of(user))
                .flatMap(it -> Stream.concat(it.entered().stream(), it.left().stream()))
                .map(MembershipChange::cause)
                .toList();
    }

    private Stream<Activity> changes(Stream<String> users) {
        return users.map(Companies::id)
                .flatMap(id -> partitions.told().activities(id).stream())
                .filter(it -> !it.entered().isEmpty() || !it.left().isEmpty());
    }
}
