package io.itinera.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.erasures.ErasureRequest;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.identity.IdentityHash;
import io.itinera.segmentation.domain.identity.Named;
import io.itinera.segmentation.domain.people.Erasure;
import io.itinera.segmentation.domain.people.OfErasure;
import io.itinera.segmentation.domain.people.PeopleRecord;
import io.itinera.segmentation.domain.people.Removals;
import io.itinera.segmentation.domain.people.Tie;
import java.time.Instant;
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

    private final Partitions partitions = new Partitions();

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
        Erasure late =
                new Erasure("w", FIRST, ANN, Set.of(ANN), at(received), Erasure.Answer.NOT_AWAITED);
        String hash = IdentityHash.of("w", new Named("user", "ann"));
        tell(ANN, new OfErasure.Erase(late, ANN, Tie.NAMED, hash, Removals.NONE));
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
        tell(PHONE, new OfErasure.Erase(erasureOfAnn(), PHONE, Tie.MERGED, null, Removals.NONE));
        tell(PHONE, new PeopleRecord.Announced("w", eves, at(12), false));
        tell(ANN, new PeopleRecord.Settled("w", bobs, at(11)));
        int before = receipts();
        tell(PHONE, new PeopleRecord.Settled("w", eves, at(12)));
        assertEquals(0, before);
        assertEquals(1, receipts());
    }

    private static Erasure erasureOfAnn() {
        return new Erasure("w", FIRST, ANN, Set.of(ANN), at(10), Erasure.Answer.NOT_AWAITED);
    }

    @Test
    void mergeByHandIsAwaitedThoughInferenceSettledTheSameTwoBefore() {
        Merge merge = new Merge(BOB, ANN);
        tell(ANN, new PeopleRecord.Settled("w", merge, at(1)));
        tell(ANN, new PeopleRecord.Announced("w", merge, at(2), true));
        tell(ANN, new OfErasure.ErasureAsked("w", ANN, FIRST, null, at(3)));
        Resident waiting = partitions.everybody().resident(ANN);
        tell(ANN, new PeopleRecord.Settled("w", merge, at(2)));
        assertEquals(Customer.unknown("w", ANN), waiting);
        assertEquals(new Resident.Erased(FIRST, ANN), partitions.everybody().resident(ANN));
    }
}
