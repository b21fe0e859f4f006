package io.itinera.segmentation.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.kit.streams.KeyedStore;
import io.itinera.kit.streams.StoreKey;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.people.Erasure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

/** Whom an erasure keeps away, though the same person was erased before. */
final class ErasedStoreTest {
    private static final UUID ROOT = new UUID(7, 1);
    private static final UUID ONE = new UUID(7, 2);
    private static final UUID TWO = new UUID(7, 3);
    private static final Erasure FIRST = erasure(new UUID(9, 1));
    private static final Erasure SECOND = erasure(new UUID(9, 2));

    private final KeyValueStore<Bytes, byte[]> store = Stores.inMemoryKeyValueStore("any").get();
    private final ErasedStore erased = new ErasedStore(store);
    private final AwayStore away = new AwayStore(store);

    private static Erasure erasure(UUID id) {
        return new Erasure("w", id, ROOT, Set.of(), Instant.EPOCH, Erasure.Answer.AWAITED);
    }

    private static Resident.Erased person(Erasure by) {
        return new Resident.Erased(by.id(), ROOT);
    }

    private List<ErasedStore.Companion> takeOut(Erasure by, int atMost) {
        return erased.takeOut("w", ROOT, by.id(), atMost);
    }

    @Test
    void eachErasureHasCompanionsOfItsOwn() {
        erased.suppressed(FIRST, "ab", ONE);
        erased.suppressed(SECOND, "ab", ONE);
        erased.joined(SECOND, TWO);
        assertEquals(List.of(new ErasedStore.Companion(ONE, "ab")), takeOut(FIRST, 9));
        assertEquals(List.of(), takeOut(FIRST, 9));
        assertEquals(
                List.of(new ErasedStore.Companion(ONE, "ab"), new ErasedStore.Companion(TWO, null)),
                takeOut(SECOND, 9));
    }

    @Test
    void noMoreAreTakenOutThanMayBeAtOnce() {
        erased.suppressed(FIRST, "ab", ONE);
        erased.suppressed(FIRST, "cd", TWO);
        erased.joined(FIRST, TWO);
        assertEquals(
                List.of(2, 1, 0),
                List.of(
                        takeOut(FIRST, 2).size(),
                        takeOut(FIRST, 2).size(),
                        takeOut(FIRST, 2).size()));
    }

    @Test
    void nameIsKeptAwayUntilEveryErasureOfItIsLifted() {
        boolean first = away.keep("w", ONE, person(FIRST));
        boolean second = away.keep("w", ONE, person(SECOND));
        assertEquals(List.of(true, false), List.of(first, second));
        assertEquals(Optional.of(person(SECOND)), away.other("w", ONE, person(FIRST)));
        assertFalse(away.letGo("w", ONE, person(FIRST)));
        assertTrue(away.letGo("w", ONE, person(SECOND)));
    }

    /** They did not say by which of a person's erasures. */
    @Test
    void rowsOfTheFirstVersionAreStillRead() {
        KeyedStore rows = new KeyedStore(store);
        rows.put(StoreKey.of('h').text("w").uuid(ROOT).text("ab"), Uuids.bytes(ONE));
        rows.put(StoreKey.of('z').text("w").uuid(ROOT).uuid(TWO), new byte[] {1});
        rows.put(StoreKey.of('k').text("w").uuid(ONE).uuid(ROOT), Uuids.bytes(FIRST.id()));
        assertTrue(erased.isPart(FIRST, TWO));
        assertEquals(Optional.of(person(FIRST)), away.other("w", ONE, person(SECOND)));
        assertTrue(away.letGo("w", ONE, person(FIRST)));
        assertEquals(
                List.of(new ErasedStore.Companion(ONE, "ab"), new ErasedStore.Companion(TWO, null)),
                takeOut(FIRST, 9));
        assertEquals(List.of(), takeOut(FIRST, 9));
    }
}
