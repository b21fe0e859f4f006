package io.itinera.segmentation.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.contracts.activity.Merge;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.identity.Grounds;
import io.itinera.segmentation.domain.people.Hold;
import io.itinera.segmentation.domain.people.Move;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

final class StoresTest {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    private static final UUID ANN = new UUID(-7, 7);

    private final KeyValueStore<Bytes, byte[]> store = Stores.inMemoryKeyValueStore("any").get();

    @Test
    void movesGoOnAfterARestartInTheirTurns() {
        MoveStore before = new MoveStore(store);
        MoveStore.Underway ann = underway(1);
        MoveStore.Underway bob = underway(2);
        before.keep(ann);
        before.keep(bob);
        before.keep(ann);
        assertEquals(Optional.of(bob), before.next());
        before.finish(bob.move());
        assertEquals(Optional.of(ann), new MoveStore(store).next());
    }

    private static MoveStore.Underway underway(int number) {
        UUID from = new UUID(1, number);
        Customer ended = Customer.unknown("w", from);
        Move move =
                new Move(
                        new Merge(from, ANN), ended, START, Grounds.UNNOTED, Set.of(from), "trace");
        return new MoveStore.Underway(move, Bytes.wrap(new byte[] {1, 2}));
    }

    @Test
    void idIsNewOnceUntilItIsForgotten() {
        SeenStore seen = new SeenStore(store);
        Instant end = START.plus(SeenStore.MEMORY);
        assertTrue(seen.isFirst("w", "e1", START));
        assertFalse(seen.isFirst("w", "e1", end));
        assertTrue(seen.isFirst("other", "e1", end));
        assertTrue(seen.isFirst("w", "e1", end.plusMillis(1)));
    }

    @Test
    void settledMergeIsNotedForAsLongAsItMayBeAnnounced() {
        HoldStore holds = new HoldStore(store);
        holds.settle("w", ANN, new UUID(1, 1), START);
        holds.sweep(START.plus(HoldStore.MEMORY));
        assertTrue(holds.isSettled("w", ANN, new UUID(1, 1)));
    }

    @Test
    void sweepsForgetMergesThatWereSettledLongAgoAndNothingElse() {
        HoldStore holds = new HoldStore(store);
        for (int i = 0; i <= HoldStore.MIN_SWEEP; i++) {
            holds.settle("w", ANN, new UUID(1, i), START);
        }
        holds.save("w", ANN, Hold.of(new UUID(2, 2), START));
        Instant later = START.plus(HoldStore.MEMORY).plusMillis(1);
        holds.settle("w", ANN, new UUID(3, 3), later);
        holds.sweep(later);
        holds.sweep(later);
        assertEquals(2L, store.approximateNumEntries());
    }

    @Test
    void roundsOfSweepsBeginAgain() {
        HoldStore holds = new HoldStore(store);
        holds.settle("w", ANN, new UUID(1, 1), START);
        holds.sweep(START);
        holds.sweep(START);
        holds.sweep(START.plus(HoldStore.MEMORY).plusMillis(1));
        assertEquals(0L, store.approximateNumEntries());
    }

    @Test
    void noteOfAnEarlierReleaseLivesFromItsFirstSweep() {
        HoldStore holds = new HoldStore(store);
        holds.settle("w", ANN, new UUID(1, 1), START);
        store.put(store.all().next().key, new byte[] {1});
        Instant first = START.plus(HoldStore.MEMORY);
        holds.sweep(first);
        holds.sweep(first.plus(HoldStore.MEMORY));
        assertTrue(holds.isSettled("w", ANN, new UUID(1, 1)));
        holds.sweep(first.plus(HoldStore.MEMORY).plusMillis(1));
        assertFalse(holds.isSettled("w", ANN, new UUID(1, 1)));
    }

    @Test
    void sweepForgetsIdsBeyondTheirMemory() {
        SeenStore seen = new SeenStore(store);
        seen.isFirst("w", "e1", START);
        seen.sweep(START.plus(SeenStore.MEMORY).plusMillis(1));
        assertEquals(0L, store.approximateNumEntries());
    }
}
