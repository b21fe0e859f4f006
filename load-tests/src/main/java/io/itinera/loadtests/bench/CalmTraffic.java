package io.itinera.loadtests.bench;

import io.itinera.loadtests.Target;
import io.itinera.loadtests.measure.HttpLoad;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Events that come at a steady pace, far below what can be done.
 *
 * @param floor what happens
 * @param batch how many events come at once
 * @param between how long after the ones before the next come, however long those take
 * @param batches how often
 */
record CalmTraffic(ShopFloor floor, int batch, Duration between, long batches) {
    long events() {
        return batches * batch;
    }

    /** Begins to send all of it. */
    CompletableFuture<Void> begin(Target target, HttpLoad load) {
        return CompletableFuture.runAsync(() -> send(target, load));
    }

    private void send(Target target, HttpLoad load) {
        long begun = System.nanoTime();
        try {
            for (long sent = 0; sent < batches; sent++) {
                long first = sent * batch;
                load.post(
                        target.collector("/v1/batch"),
                        target.authorization(),
                        1,
                        _ -> floor.batch(first, batch));
                long next = begun + (sent + 1) * between.toNanos();
                TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
