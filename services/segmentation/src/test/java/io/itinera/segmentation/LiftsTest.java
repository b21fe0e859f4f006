package io.itinera.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.erasures.ErasureRequest;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.identity.IdentityHash;
import io.itinera.segmentation.domain.identity.Named;
import io.itinera.segmentation.domain.people.Erasure;
import io.itinera.segmentation.domain.people.OfErasure;
import io.itinera.segmentation.domain.people.Removals;
import io.itinera.segmentation.domain.people.Tie;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Somebody with more names than are let in at once is erased anew while they are. */
final class LiftsTest {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    private static final UUID ANN = Partitions.customer("user", "ann");
    private static final UUID FIRST = new UUID(9, 1);
    private static final UUID SECOND = new UUID(9, 2);
    private static final String NOBODY = "nobody";
    private static final List<Named> NAMES =
            IntStream.range(0, Lifts.AT_ONCE + 5)
                    .mapToObj(i -> new Named("line", "L" + i))
                    .toList();

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
        tellNames(FIRST, at(11));
        arrive();
    }

    private void tellNames(UUID id, Instant at) {
        Erasure late = new Erasure("w", id, ANN, Set.of(ANN), at, Erasure.Answer.NOT_AWAITED);
        for (Named name : NAMES) {
            UUID begun = begun(name);
            partitions.tell(
                    begun, new OfErasure.Erase(late, begun, Tie.NAMED, hash(name), Removals.NONE));
        }
    }

    private static UUID begun(Named name) {
        return Partitions.customer(name.kind(), name.value());
    }

    private static String hash(Named name) {
        return IdentityHash.of("w", name);
    }

    private static Set<String> hashes() {
        return NAMES.stream().map(LiftsTest::hash).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is found where the names begin. */
    private Set<Object> found() {
        return NAMES.stream().map(it -> found(begun(it))).collect(Collectors.toSet());
    }

    private Object found(UUID customer) {
        Resident resident = partitions.everybody().resident(customer);
        return resident.equals(Customer.unknown("w", customer)) ? NOBODY : resident;
    }

    /** Some are told that they are let in, and the rest will be behind the second erasure. */
    private void liftAndEraseAnew() {
        partitions.tell(ANN, new OfErasure.Lifted("w", ANN, FIRST, at(20)));
        partitions.tell(ANN, new OfErasure.ErasureAsked("w", ANN, SECOND, null, at(21)));
    }

    @Test
    void everyNameIsLetInThoughThePersonIsErasedAnewMeanwhile() {
        eraseAnn();
        liftAndEraseAnew();
        arrive();
        assertEquals(new Resident.Erased(SECOND, ANN), partitions.everybody().resident(ANN));
        assertEquals(Set.of(), partitions.told().suppressed());
        assertEquals(Set.of(NOBODY), found());
    }

    @Test
    void nameOfBothErasuresIsKeptAwayUntilTheSecondIsLiftedToo() {
        eraseAnn();
        liftAndEraseAnew();
        tellNames(SECOND, at(22));
        arrive();
        Set<String> suppressed = new TreeSet<>(partitions.told().suppressed());
        Set<Object> erased = found();
        partitions.lift(SECOND, ANN, at(30));
        arrive();
        assertEquals(hashes(), suppressed);
        assertEquals(Set.of(new Resident.Erased(SECOND, ANN)), erased);
        assertEquals(Set.of(), partitions.told().suppressed());
        assertEquals(Set.of(NOBODY), found());
    }
}
