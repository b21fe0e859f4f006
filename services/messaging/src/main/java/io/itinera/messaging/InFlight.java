package io.itinera.messaging;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Counts what is on its way, so that a stop can wait for it and let nothing new begin. */
final class InFlight {
    private final int most;
    private final Semaphore free;
    private volatile boolean closed;

    InFlight(int most) {
        this.most = most;
        this.free = new Semaphore(most);
    }

    /** Begins work, unless it is closed. */
    Uni<Void> begin(Supplier<Uni<Void>> work) {
        return Uni.createFrom()
                .deferred(
                        () ->
                                closed || !free.tryAcquire()
                                        ? Uni.createFrom().voidItem()
                                        : work.get().onTermination().invoke(free::release));
    }

    boolean closed() {
        return closed;
    }

    /** Lets nothing begin any more; true when what had begun has ended in time. */
    boolean close(Duration patience) {
        closed = true;
        try {
            return free.tryAcquire(most, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
