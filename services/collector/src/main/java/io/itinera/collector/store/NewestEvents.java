package io.itinera.collector.store;

import io.itinera.collector.domain.SeenEvent;
import io.itinera.collector.domain.Slice;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** A ring of one workspace's newest events, written by many threads without a lock. */
final class NewestEvents {
    /** What is kept with an event takes about so many bytes. */
    static final int BESIDE_THE_EVENT = 512;

    private final AtomicReferenceArray<@Nullable SeenEvent> ring =
            new AtomicReferenceArray<>(RecentEvents.KEPT);
    private final AtomicLong count = new AtomicLong();
    private volatile long lastAddedAt = System.nanoTime();
    private final List<Consumer<SeenEvent>> listeners = new CopyOnWriteArrayList<>();

    /** How many bytes more it holds afterwards; fewer when the oldest was larger. */
    long add(SeenEvent seen) {
        lastAddedAt = System.nanoTime();
        SeenEvent oldest = ring.getAndSet(place(count.getAndIncrement()), seen);
        listeners.forEach(listener -> listener.accept(seen));
        return bytes(seen) - bytes(oldest);
    }

    /** Forgets all of them, and says how many bytes they were. */
    long clear() {
        return IntStream.range(0, RecentEvents.KEPT)
                .mapToLong(place -> bytes(ring.getAndSet(place, null)))
                .sum();
    }

    boolean isEmpty() {
        return IntStream.range(0, RecentEvents.KEPT).allMatch(place -> ring.get(place) == null);
    }

    /** When the newest was added, in nanoseconds of a clock that only goes on. */
    long lastAddedAt() {
        return lastAddedAt;
    }

    int listeners() {
        return listeners.size();
    }

    private static long bytes(@Nullable SeenEvent seen) {
        if (seen == null) {
            return 0;
        }
        Slice sent = seen.sent();
        return (long) BESIDE_THE_EVENT + (sent == null ? 0 : sent.held());
    }

    List<SeenEvent> newest(int limit) {
        long newest = count.get() - 1;
        return LongStream.range(0, Math.min(limit, RecentEvents.KEPT))
                .map(age -> newest - age)
                .filter(number -> number >= 0)
                .mapToObj(number -> ring.get(place(number)))
                .filter(Objects::nonNull)
                .toList();
    }

    Runnable listen(Consumer<SeenEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private static int place(long number) {
        return (int) (number % RecentEvents.KEPT);
    }
}
