package io.itinera.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.erasures.ErasureRequest;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.identity.Grounds;
import io.itinera.segmentation.domain.identity.IdentityHash;
import io.itinera.segmentation.domain.identity.Named;
import io.itinera.segmentation.domain.people.Erasure;
import io.itinera.segmentation.domain.people.OfErasure;
import io.itinera.segmentation.domain.people.PeopleRecord;
import io.itinera.segmentation.domain.people.Removals;
import io.itinera.segmentation.domain.people.Tie;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of an erasure, or of a merge with somebody erased, comes behind what it should precede. */
final class LateErasuresTest {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    private static final UUID ANN = Partitions.customer("user", "ann");
    private static final UUID PHONE = Partitions.customer("anonymous", "phone");
    private static final UUID BOB = Partitions.customer("user", "bob");
    private static final UUID EVE = Partitions.customer("user", "eve");
    private static final UUID FIRST = new UUID(9, 1);

    private final Partitions partitions = new Partitions(1, 1);

    private static Instant at(int seconds) {
        return START.plusSeconds(seconds);
    }

    private void arrive() {
        partitions.runInPeace(new Random(1));
    }

    private void eraseAnn() {
        partitions.ask(new ErasureRequest(FIRST, "w", ANN, null, null, "mira", at(10), Map.of()));
        arrive();
    }

    private void tell(UUID customer, PeopleRecord record) {
        partitions.tell(customer, record);
        arrive();
    }

    private int receipts() {
        return partitions.told().receipts().size();
    }

    /** It was received before the lift, or after it and ahead of the word of it. */
    @ParameterizedTest
    @ValueSource(ints = {15, 25})
    void whatAStragglerSpreadBehindALiftErasesNobody(int received) {
        eraseAnn();
        partitions.lift(FIRST, ANN, at(20));
        arrive();
        tell(ANN, eraseName(at(received)));
        assertEquals(Customer.unknown("w", ANN), partitions.everybody().resident(ANN));
        assertEquals(Set.of(), partitions.told().suppressed());
    }

    private static OfErasure.Erase eraseName(Instant at) {
        String hash = IdentityHash.of("w", new Named("user", "ann"));
        return new OfErasure.Erase(ofAnn(at), ANN, Tie.NAMED, hash, Removals.NONE);
    }

    private static Erasure ofAnn(Instant at) {
        return new Erasure("w", FIRST, ANN, Set.of(ANN), at, Erasure.Answer.NOT_AWAITED);
    }

    @Test
    void nameThatIsAnsweredForBehindALiftIsLetInToo() {
        eraseAnn();
        partitions.tell(ANN, eraseName(at(15)));
        partitions.tell(ANN, new OfErasure.Lifted("w", ANN, FIRST, at(20)));
        arrive();
        assertEquals(Customer.unknown("w", ANN), partitions.everybody().resident(ANN));
        assertEquals(Set.of(), partitions.told().suppressed());
    }

    /** The receipt waits for Bob, and meanwhile Eve becomes the phone that had become Ann. */
    @Test
    void receiptWaitsForWhoeverIsAboutToBecomeAPartOfThePerson() {
        Merge bobs = new Merge(BOB, ANN);
        Merge eves = new Merge(EVE, PHONE);
        partitions.tell(ANN, new OfErasure.ErasureAsked("w", ANN, FIRST, null, at(10)));
        partitions.tell(ANN, new PeopleRecord.Announced("w", bobs, at(11), false));
        tell(PHONE, new OfErasure.Erase(ofAnn(at(10)), PHONE, Tie.MERGED, null, Removals.NONE));
        tell(PHONE, new PeopleRecord.Announced("w", eves, at(12), false));
        tell(ANN, new PeopleRecord.Settled("w", bobs, at(11)));
        int before = receipts();
        tell(PHONE, new PeopleRecord.Settled("w", eves, at(12)));
        assertEquals(0, before);
        assertEquals(1, receipts());
    }

    private void bobLives() {
        Household.Act act =
                new Household.Act(
                        Household.BOB,
                        Household.Place.SERVER,
                        true,
                        false,
                        Household.Address.NONE,
                        0);
        new Household()
                .live(List.of(act, act, act))
                .forEach(it -> partitions.collect(Partitions.of(Household.BOB), it));
        arrive();
    }

    /** Most of what Bob did has not left yet when Ann is to be erased. */
    @Test
    void mergeByHandIsAwaitedThoughInferenceSettledTheSameTwoBefore() {
        Merge merge = new Merge(BOB, ANN);
        Grounds asked = new Grounds("r1", null, "mira", null);
        bobLives();
        tell(ANN, new PeopleRecord.Settled("w", merge, at(101)));
        partitions.turnsOf(0);
        partitions.tell(BOB, new PeopleRecord.Found("w", merge, at(102), asked));
        partitions.arriveAll(new Random(1));
        partitions.tell(ANN, new OfErasure.ErasureAsked("w", ANN, FIRST, null, at(103)));
        Resident waiting = partitions.everybody().resident(ANN);
        partitions.turnsOf(1);
        arrive();
        assertEquals(Customer.unknown("w", ANN), waiting);
        assertEquals(new Resident.Erased(FIRST, ANN), partitions.everybody().resident(ANN));
        assertEquals(new Resident.Erased(FIRST, ANN), partitions.everybody().resident(BOB));
    }
}
