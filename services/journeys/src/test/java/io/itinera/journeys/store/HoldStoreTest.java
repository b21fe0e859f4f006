package io.itinera.journeys.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.contracts.Topics;
import io.itinera.journeys.MapStore;
import io.itinera.kit.topics.TopicSpecs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

final class HoldStoreTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final CustomerKey ANN = new CustomerKey("w", new UUID(1, 1));
    private static final CustomerKey BOB = new CustomerKey("w", new UUID(1, 2));
    private static final UUID DEVICE = new UUID(1, 3);

    private final MapStore map = new MapStore();

    /** The store knows without looking who waits; it looks at each record once, to release it. */
    @Test
    void whatWaitsIsReadOnceHoweverMuchItIs() {
        HoldStore holds = new HoldStore(map);
        for (int i = 0; i < HoldStore.MAX_HELD; i++) {
            hold(holds, ANN, i);
            assertTrue(holds.holds(ANN));
        }
        released(holds, ANN);
        assertEquals(HoldStore.MAX_HELD, map.shown());
    }

    @Test
    void recordsComeInTheirOrderAfterARestartBetweenThem() {
        HoldStore before = new HoldStore(map);
        hold(before, ANN, 0);
        hold(before, BOB, 7);
        hold(before, ANN, 1);
        before.release(ANN);
        HoldStore after = new HoldStore(map);
        int waiting = hold(after, ANN, 2);
        assertEquals(
                List.of(2, List.of(1, 2), List.of(BOB)),
                List.of(waiting, released(after, ANN), after.waiting()));
    }

    @Test
    void runsThatWereGivenUpAreTakenInAsLongAsTheyCanCome() {
        HoldStore holds = new HoldStore(map);
        holds.giveUp(ANN, DEVICE, START);
        holds.sweep(START.plus(HoldStore.MEMORY));
        assertTrue(holds.gaveUp(ANN, DEVICE));
    }

    @Test
    void sweepsForgetWhatWasGivenUpTooLongAgo() {
        HoldStore holds = new HoldStore(map);
        for (int i = 0; i <= HoldStore.SWEPT; i++) {
            holds.giveUp(ANN, new UUID(2, i), START);
        }
        holds.giveUp(BOB, DEVICE, START.plusMillis(1));
        Instant later = START.plus(HoldStore.MEMORY).plusMillis(1);
        holds.sweep(later);
        holds.sweep(later);
        assertEquals(1, map.approximateNumEntries());
    }

    @Test
    void markOfAnEarlierReleaseLivesFromItsFirstSweep() {
        HoldStore holds = new HoldStore(map);
        holds.giveUp(ANN, DEVICE, START);
        map.put(map.all().next().key, new byte[0]);
        holds.sweep(START.plus(HoldStore.MEMORY));
        holds.sweep(START.plus(HoldStore.MEMORY.multipliedBy(2)));
        assertEquals(1, map.approximateNumEntries());
    }

    @Test
    void whatWasGivenUpIsRememberedAsLongAsActivityIsKept() {
        String kept = TopicSpecs.of(Topics.ACTIVITY).settings().get("retention.ms");
        assertEquals(kept, String.valueOf(HoldStore.MEMORY.toMillis()));
    }

    private static int hold(HoldStore holds, CustomerKey who, int number) {
        return holds.hold(who, new byte[] {(byte) number}, null, START);
    }

    private static List<Integer> released(HoldStore holds, CustomerKey who) {
        List<Integer> released = new ArrayList<>();
        Optional<HoldStore.Held> first = holds.first(who);
        while (first.isPresent()) {
            Bytes value = first.get().value();
            released.add((int) value.get()[0]);
            holds.release(who);
            first = holds.first(who);
        }
        return released;
    }
}
