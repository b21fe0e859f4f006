package io.itinera.collector.store;

import io.itinera.collector.domain.SeenEvent;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** A ring of one workspace's newest events, written by many threads without a lock. */
final class NewestEvents {
    private final AtomicReferenceArray<SeenEvent> ring =
            new AtomicReferenceArray<>(RecentEvents.KEPT);
    private final AtomicLong count = new AtomicLong();
    private final List<Consumer<SeenEvent>> listeners = new CopyOnWriteArrayList<>();

    void add(SeenEvent seen) {
        ring.set(place(count.getAndIncrement()), seen);
        listeners.forEach(listener -> listener.accept(seen));
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
