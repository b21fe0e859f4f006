package io.itinera.segmentation.store;

import io.itinera.contracts.activity.Merge;
import io.itinera.kit.streams.KeyedStore;
import io.itinera.kit.streams.StoreKey;
import io.itinera.segmentation.domain.people.Move;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Moves that take more than one turn, and how far each has come. The few there are are in memory
 * too, in the order of their turns.
 */
public final class MoveStore {
    private static final char MOVE = 'm';

    private final KeyedStore store;
    private final Deque<Underway> queue = new ArrayDeque<>();

    /**
     * A move, and where it goes on.
     *
     * @param move the move
     * @param next the next line of the timeline that moves
     */
    public record Underway(Move move, Bytes next) {}

    /** Shares its state store with {@link HoldStore}. */
    public MoveStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = new KeyedStore(store);
        this.store.scan(
                StoreKey.of(MOVE),
                (_, packed) -> {
                    queue.addLast(MovePacking.underway(packed));
                    return KeyedStore.Go.ON;
                });
    }

    /** Whose turn it is; empty when nobody moves. */
    public Optional<Underway> next() {
        return Optional.ofNullable(queue.peekFirst());
    }

    /** Whether the past of a customer is still on its way to this other. */
    public boolean isUnderway(Merge merge) {
        return queue.stream().anyMatch(it -> it.move().merge().equals(merge));
    }

    /** Keeps where a move goes on; it has its next turn behind the others. */
    public void keep(Underway underway) {
        forget(underway.move());
        queue.addLast(underway);
        store.put(key(underway.move()), MovePacking.pack(underway));
    }

    /** All of a customer's past has left. */
    public void finish(Move move) {
        forget(move);
        store.delete(key(move));
    }

    private void forget(Move move) {
        queue.removeIf(it -> it.move().merge().from().equals(move.merge().from()));
    }

    private static StoreKey key(Move move) {
        return StoreKey.of(MOVE).text(move.workspace()).uuid(move.merge().from());
    }
}
