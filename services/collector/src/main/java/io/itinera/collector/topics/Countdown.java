package io.itinera.collector.topics;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Tells once when the last record of a request has been answered for, and the first failure. */
final class Countdown implements Callback {
    private final AtomicInteger left;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final Consumer<@Nullable Exception> done;

    Countdown(int records, Consumer<@Nullable Exception> done) {
        this.left = new AtomicInteger(records);
        this.done = done;
        if (records == 0) {
            done.accept(null);
        }
    }

    /** Whether it will tell of a failure. */
    boolean hasFailed() {
        return failure.get() != null;
    }

    @Override
    public void onCompletion(@Nullable RecordMetadata record, @Nullable Exception failed) {
        arrived(failed);
    }

    void arrived(@Nullable Exception failed) {
        if (failed != null) {
            failure.compareAndSet(null, failed);
        }
        if (left.decrementAndGet() == 0) {
            done.accept(failure.get());
        }
    }
}
