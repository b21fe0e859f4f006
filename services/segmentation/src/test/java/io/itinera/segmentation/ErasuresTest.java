package io.itinera.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityCause;
import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.erasures.ErasureReceipt;
import io.itinera.contracts.erasures.ErasureRequest;
import io.itinera.contracts.erasures.Removed;
import io.itinera.contracts.events.Event;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.identity.Grounds;
import io.itinera.segmentation.domain.identity.IdentityHash;
import io.itinera.segmentation.domain.identity.Named;
import io.itinera.segmentation.domain.people.OfErasure;
import io.itinera.segmentation.domain.people.PeopleRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** People who are erased, by example: one line of a timeline goes in a turn. */
final class ErasuresTest {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    private static final UUID ANN = Partitions.customer("user", "ann-7731");
    private static final UUID BOB = Partitions.customer("user", "bob");
    private static final UUID PHONE = Partitions.customer("anonymous", "phone-of-ann-7731");
    private static final UUID FIRST = new UUID(9, 1);
    private static final UUID SECOND = new UUID(9, 2);

    private final Partitions partitions = new Partitions(1, 1);
    private int told;

    private void does(@Nullable String device, @Nullable String user, Map<String, String> names) {
        Instant at = START.plusSeconds(++told);
        Map<String, Object> said = Map.of("said", user == null ? "nothing" : "by " + user);
        Event event = Deeds.did("e" + told, device, user, names, said, at);
        partitions.collect(Partitions.of(device == null ? String.valueOf(user) : device), event);
    }

    /** Ann has a past without a name, a name, and an address. */
    private void annLives() {
        does("phone-of-ann-7731", null, Map.of());
        does("phone-of-ann-7731", "ann-7731", Map.of("email", "ann-7731@shop.example"));
        does("phone-of-ann-7731", null, Map.of());
        arrive();
    }

    private void arrive() {
        partitions.run(new Random(told));
    }

    private void ask(UUID erasure, UUID customer) {
        partitions.ask(
                new ErasureRequest(
                        erasure,
                        "w",
                        customer,
                        null,
                        null,
                        "mira",
                        START.plusSeconds(++told),
                        Map.of()));
        arrive();
    }

    private static Map<String, Long> removed(ErasureReceipt receipt) {
        Map<String, Long> removed = new HashMap<>();
        for (Removed each : receipt.removed()) {
            removed.put(each.store(), each.count());
        }
        return removed;
    }

    private static String hash(String kind, String value) {
        return IdentityHash.of("w", new Named(kind, value));
    }

    private static Set<String> hashesOfAnn() {
        return Set.of(
                hash("user", "ann-7731"),
                hash("anonymous", "phone-of-ann-7731"),
                hash("email", "ann-7731@shop.example"));
    }

    @Test
    void nothingOfAnErasedPersonIsKeptInAnyStore() {
        annLives();
        boolean before = partitions.everything().contains("ann-7731");
        ask(FIRST, ANN);
        assertTrue(before);
        assertFalse(partitions.everything().contains("ann-7731"), partitions::everything);
        assertEquals(new Resident.Erased(FIRST, ANN), partitions.everybody().resident(ANN));
        assertEquals(new Resident.Erased(FIRST, ANN), partitions.everybody().resident(PHONE));
    }

    @Test
    void receiptSaysHowMuchOfEachStoreWentAndByWhenFilesAreClean() {
        annLives();
        ask(FIRST, ANN);
        ErasureReceipt receipt = partitions.told().receipts().getFirst();
        assertEquals(1, partitions.told().receipts().size());
        assertEquals(
                Map.of(
                        "profiles", 1L,
                        "identities", 3L,
                        "timeline", 3L,
                        "ledger", 2L,
                        "links", 2L,
                        "merges", 2L,
                        "redirects", 1L),
                removed(receipt));
        assertEquals(
                List.of(Partitions.NOW, Partitions.NOW.plus(Partitions.FILES)),
                List.of(receipt.at(), receipt.filesCleanBy()));
        assertEquals(new TreeSet<>(Set.of(ANN, PHONE)), new TreeSet<>(receipt.customers()));
    }

    @Test
    void everyIdentityIsSuppressedByItsHash() {
        annLives();
        ask(FIRST, ANN);
        assertEquals(hashesOfAnn(), partitions.told().suppressed());
    }

    @Test
    void whoeverWasMergedIsToldAsErasedWhereTheirActivityIs() {
        annLives();
        ask(FIRST, ANN);
        Activity last = partitions.told().activities(ANN).getLast();
        assertEquals(ActivityCause.erasure, last.cause());
        assertEquals(null, last.profile());
        assertEquals(ActivityCause.erasure, partitions.told().activities(PHONE).getLast().cause());
    }

    @Test
    void askedByTheNameOfAMergedCustomerItIsTheSamePerson() {
        annLives();
        ask(FIRST, PHONE);
        assertEquals(new Resident.Erased(FIRST, ANN), partitions.everybody().resident(ANN));
        assertFalse(partitions.everything().contains("ann-7731"));
    }

    @Test
    void secondRequestIsAnsweredWithTheSameReceipt() {
        annLives();
        ask(FIRST, ANN);
        ask(FIRST, ANN);
        ask(SECOND, PHONE);
        List<ErasureReceipt> receipts = partitions.told().receipts();
        assertEquals(
                List.of(FIRST, FIRST, SECOND), receipts.stream().map(ErasureReceipt::id).toList());
        assertEquals(removed(receipts.getFirst()), removed(receipts.getLast()));
        assertEquals(receipts.getFirst().at(), receipts.getLast().at());
    }

    /** A device that nobody had heard of, an alias, an anonymous past that a login would merge. */
    @Test
    void whatComesBehindTheErasureBringsNothingBack() {
        annLives();
        ask(FIRST, ANN);
        does("phone-of-ann-7731", null, Map.of());
        does("phone-of-ann-7731", "ann-7731", Map.of());
        does("tablet-of-ann-7731", "ann-7731", Map.of("line", "line-of-ann-7731"));
        arrive();
        does("desk-of-ann-7731", null, Map.of());
        arrive();
        does("desk-of-ann-7731", "ann-7731", Map.of());
        arrive();
        assertFalse(partitions.everything().contains("ann-7731"), partitions::everything);
        assertEquals(
                Set.of(
                        hash("anonymous", "tablet-of-ann-7731"),
                        hash("anonymous", "desk-of-ann-7731"),
                        hash("line", "line-of-ann-7731")),
                without(partitions.told().suppressed(), hashesOfAnn()));
        assertEquals(1, partitions.told().receipts().size());
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return new TreeSet<>(rest);
    }

    @Test
    void deviceThatIsSomebodyElsesByNowStaysTheirs() {
        annLives();
        does("phone-of-ann-7731", "bob", Map.of());
        arrive();
        ask(FIRST, ANN);
        does("phone-of-ann-7731", null, Map.of());
        arrive();
        assertEquals(2, ((Customer) partitions.everybody().resident(BOB)).events());
        assertFalse(
                partitions.told().suppressed().contains(hash("anonymous", "phone-of-ann-7731")));
        assertFalse(partitions.everything().contains("user-ann-7731"));
    }

    @Test
    void whoWasPartedFromThePersonBeforeIsSomebodyElse() {
        does(null, "ann-7731", Map.of());
        does(null, "bob", Map.of());
        arrive();
        Merge merge = new Merge(BOB, ANN);
        Grounds asked = new Grounds("r1", null, "mira", null);
        partitions.tell(BOB, new PeopleRecord.Found("w", merge, START.plusSeconds(9), asked));
        arrive();
        partitions.tell(BOB, new PeopleRecord.PartingAsked("w", BOB, START.plusSeconds(10), asked));
        arrive();
        ask(FIRST, ANN);
        assertEquals(1, ((Customer) partitions.everybody().resident(BOB)).events());
        assertEquals(Set.of(hash("user", "ann-7731")), partitions.told().suppressed());
    }

    @Test
    void mergeThatIsUnderwayIsErasedWithThePerson() {
        does(null, "ann-7731", Map.of());
        for (int i = 0; i < 5; i++) {
            does("phone-of-ann-7731", null, Map.of());
        }
        arrive();
        partitions.tell(
                PHONE,
                new PeopleRecord.Found(
                        "w",
                        new Merge(PHONE, ANN),
                        START.plusSeconds(20),
                        new Grounds("r1", null, "mira", null)));
        partitions.tell(
                ANN, new OfErasure.ErasureAsked("w", ANN, FIRST, null, START.plusSeconds(21)));
        arrive();
        assertFalse(partitions.everything().contains("ann-7731"), partitions::everything);
        assertEquals(new Resident.Erased(FIRST, ANN), partitions.everybody().resident(PHONE));
    }

    @Test
    void whoIsLetInAgainBeginsAnewAndWhatWasReceivedBeforeIsNotTaken() {
        annLives();
        ask(FIRST, ANN);
        partitions.lift(FIRST, ANN, START.plusSeconds(told + 100));
        arrive();
        does(null, "ann-7731", Map.of());
        arrive();
        Resident before = partitions.everybody().resident(ANN);
        told += 200;
        does("phone-of-ann-7731", "ann-7731", Map.of());
        arrive();
        assertEquals(Customer.unknown("w", ANN), before);
        assertEquals(1, ((Customer) partitions.everybody().resident(ANN)).events());
        assertEquals(Set.of(), partitions.told().suppressed());
    }

    @Test
    void erasureIsLiftedUnderTheIdOfASecondRequestToo() {
        annLives();
        ask(FIRST, ANN);
        ask(SECOND, ANN);
        partitions.lift(SECOND, ANN, START.plusSeconds(told + 100));
        arrive();
        assertEquals(Set.of(), partitions.told().suppressed());
        assertEquals(Customer.unknown("w", ANN), partitions.everybody().resident(ANN));
    }

    @Test
    void nameOfWhichNothingIsKnownIsSuppressedToo() {
        String hash = hash("user", "nobody");
        UUID nobody = Partitions.customer("user", "nobody");
        partitions.ask(
                new ErasureRequest(FIRST, "w", nobody, hash, nobody, "mira", START, Map.of()));
        arrive();
        assertEquals(Set.of(hash), partitions.told().suppressed());
        assertEquals(Map.of(), removed(partitions.told().receipts().getFirst()));
    }
}
