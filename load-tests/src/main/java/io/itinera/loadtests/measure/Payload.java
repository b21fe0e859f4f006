package io.itinera.loadtests.measure;

import io.vertx.core.buffer.Buffer;

/** Events as a shop sends them, some 420 bytes each, every one with an id of its own. */
public final class Payload {
    private static final int CUSTOMERS = 10_000;
    private static final int PRODUCTS = 500;
    private static final int EVENT_BYTES = 450;

    private final String run;
    private final String timestamp;

    /**
     * Events of one run.
     *
     * @param run told apart from other runs' by this
     * @param timestamp when they all happened, ISO 8601
     */
    public Payload(String run, String timestamp) {
        this.run = run;
        this.timestamp = timestamp;
    }

    /** The n-th event's JSON. */
    public Buffer event(long number) {
        Buffer event = Buffer.buffer(EVENT_BYTES);
        write(event, number);
        return event;
    }

    /** The n-th event's id. */
    public String id(long number) {
        return run + "-" + padded(number, 12);
    }

    /** When all of them happened. */
    public String timestamp() {
        return timestamp;
    }

    /** Whose the n-th event is. */
    public String customer(long number) {
        return "bench-" + padded(number % CUSTOMERS, 6);
    }

    /** What the n-th event is about. */
    public String product(long number) {
        return "sku-" + padded(number % PRODUCTS, 4);
    }

    /** A batch of events, from the n-th on. */
    public Buffer batch(long first, int size) {
        Buffer batch = Buffer.buffer(size * EVENT_BYTES).appendString("{\"batch\":[");
        for (int i = 0; i < size; i++) {
            if (i > 0) {
                batch.appendByte((byte) ',');
            }
            write(batch, first + i);
        }
        return batch.appendString("]}");
    }

    private void write(Buffer out, long number) {
        out.appendString("{\"type\":\"track\",\"event\":\"Product Viewed\",\"userId\":\"")
                .appendString(customer(number))
                .appendString("\",\"messageId\":\"")
                .appendString(id(number))
                .appendString("\",\"timestamp\":\"")
                .appendString(timestamp)
                .appendString("\",\"properties\":{\"product_id\":\"")
                .appendString(product(number))
                .appendString(
                        """
                        ","category":"outer","price":18800,"currency":"JPY",\
                        "url":"https://shop.example/outer/rain-coat"},\
                        "context":{"library":{"name":"bench","version":"1"},"locale":"ja-JP",\
                        "userAgent":"Mozilla/5.0 (X11; Linux x86_64)"}}""");
    }

    private static String padded(long number, int places) {
        String digits = Long.toString(number);
        return "0".repeat(places - digits.length()) + digits;
    }
}
