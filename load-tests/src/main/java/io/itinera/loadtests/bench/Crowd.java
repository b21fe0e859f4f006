package io.itinera.loadtests.bench;

import io.itinera.loadtests.Target;
import io.itinera.loadtests.measure.HttpLoad;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;

/**
 * Customers that are there before anything is measured, each with three events.
 *
 * @param customers how many
 */
record Crowd(int customers) {
    private static final int EVENTS_EACH = 3;
    private static final int CUSTOMERS_A_BATCH = 30;
    private static final int CONNECTIONS = 8;

    /** Sends all of them, and waits until segmentation has told of all. */
    void come(Target target) {
        String run = "crowd/" + System.nanoTime();
        String now = Instant.now().toString();
        long batches = Math.ceilDiv(customers, CUSTOMERS_A_BATCH);
        try (Outlet activity =
                        new Outlet(
                                target.coordinates().kafka().bootstrapServers(),
                                "itinera.activity");
                HttpLoad load = new HttpLoad(CONNECTIONS)) {
            Thread sending =
                    Thread.ofVirtual()
                            .start(
                                    () ->
                                            load.post(
                                                    target.collector("/v1/batch"),
                                                    target.authorization(),
                                                    batches,
                                                    number -> batch(run, now, (int) number)));
            activity.await(run, (long) customers * EVENTS_EACH);
            sending.interrupt();
        }
    }

    private Buffer batch(String run, String now, int batch) {
        int first = batch * CUSTOMERS_A_BATCH;
        int end = Math.min(customers, first + CUSTOMERS_A_BATCH);
        Buffer body = Buffer.buffer("{\"batch\":[");
        for (int customer = first; customer < end; customer++) {
            for (int event = 0; event < EVENTS_EACH; event++) {
                body.appendString(customer == first && event == 0 ? "" : ",")
                        .appendString(event(run, now, customer, event));
            }
        }
        return body.appendString("]}");
    }

    private static String event(String run, String now, int customer, int event) {
        return """
        {"type":"track","event":"%s","userId":"crowd-%d","messageId":"%s-%d-%d",\
        "timestamp":"%s","properties":{"category":"outer","price":%d}}"""
                .formatted(
                        ShopFloor.name((customer + event) % ShopFloor.NAMES),
                        customer,
                        run,
                        customer,
                        event,
                        now,
                        500 + customer % 20_000);
    }
}
