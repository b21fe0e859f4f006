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
        out.appendString("{\"type\":\"track\",\"event\":\"Product Viewed\",\"userId\":\"bench-");
        digits(out, number % CUSTOMERS, 6);
        out.appendString("\",\"messageId\":\"").appendString(run).appendString("-");
        digits(out, number, 12);
        out.appendString("\",\"timestamp\":\"").appendString(timestamp);
        out.appendString("\",\"properties\":{\"product_id\":\"sku-");
        digits(out, number % PRODUCTS, 4);
        out.appendString(
                """
                ","category":"outer","price":18800,"currency":"JPY",\
                "url":"https://shop.example/outer/rain-coat"},\
                "context":{"library":{"name":"bench","version":"1"},"locale":"ja-JP",\
                "userAgent":"Mozilla/5.0 (X11; Linux x86_64)"}}""");
    }

    private static void digits(Buffer out, long number, int places) {
        String digits = Long.toString(number);
        out.appendString("0".repeat(places - digits.length())).appendString(digits);
    }
}
