package io.itinera.loadtests.measure;

/** Events as a shop sends them, some 420 bytes each, every one with an id of its own. */
public final class Payload {
    private static final int CUSTOMERS = 10_000;
    private static final int PRODUCTS = 500;

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
    public String event(long number) {
        return """
        {"type":"track","event":"Product Viewed","userId":"bench-%06d","messageId":"%s-%012d",\
        "timestamp":"%s","properties":{"product_id":"sku-%04d","category":"outer","price":18800,\
        "currency":"JPY","url":"https://shop.example/outer/rain-coat"},\
        "context":{"library":{"name":"bench","version":"1"},"locale":"ja-JP",\
        "userAgent":"Mozilla/5.0 (X11; Linux x86_64)"}}"""
                .formatted(number % CUSTOMERS, run, number, timestamp, number % PRODUCTS);
    }

    /** A batch of events, from the n-th on. */
    public String batch(long first, int size) {
        StringBuilder batch = new StringBuilder("{\"batch\":[");
        for (int i = 0; i < size; i++) {
            batch.append(i == 0 ? "" : ",").append(event(first + i));
        }
        return batch.append("]}").toString();
    }
}
