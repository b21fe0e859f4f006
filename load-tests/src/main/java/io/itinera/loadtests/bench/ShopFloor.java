package io.itinera.loadtests.bench;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongFunction;

/**
 * What the customers of a shop do; a few names make most events. The n-th event is always the same,
 * but for its time, which is when it is made.
 *
 * @param run told apart from other runs' events by this
 * @param customers whose the n-th event is
 */
record ShopFloor(String run, LongFunction<String> customers) {
    /** How many names of events there are. */
    static final int NAMES = 20;

    /** Of a hundred events, the program's. */
    private static final int OF_THE_BOT = 2;

    /** Of a hundred events, those of one customer in a hundred. */
    private static final int OF_THE_REGULARS = 30;

    private static final int HUNDRED = 100;
    private static final int EVENT_BYTES = 480;

    /** The name of an event, as segments ask for it. */
    static String name(int number) {
        return "Action " + number;
    }

    /** The n-th event's JSON, some 420 bytes. */
    Buffer event(long number) {
        Buffer event = Buffer.buffer(EVENT_BYTES);
        write(event, number);
        return event;
    }

    /** A batch of events, from the n-th on. */
    Buffer batch(long first, int size) {
        Buffer batch = Buffer.buffer(size * EVENT_BYTES).appendString("{\"batch\":[");
        for (int i = 0; i < size; i++) {
            if (i > 0) {
                batch.appendByte((byte) ',');
            }
            write(batch, first + i);
        }
        return batch.appendString("]}");
    }

    /**
     * As it is where many come: most are rarely seen, one in a hundred is there all the time, one
     * of them is a program that does not stop.
     *
     * @param customers how many there are
     */
    static ShopFloor withABot(String run, int customers) {
        return new ShopFloor(
                run,
                number ->
                        chance(number, 1) * HUNDRED < OF_THE_BOT
                                ? "bot"
                                : shopper(number, customers));
    }

    /** The same without the program. */
    static ShopFloor ofPeople(String run, int customers) {
        return new ShopFloor(run, number -> shopper(number, customers));
    }

    /** All of it is done by one. */
    static ShopFloor ofOne(String run, String customer) {
        return new ShopFloor(run, _ -> customer);
    }

    /** Low numbers come often, high ones seldom. */
    private static String shopper(long number, int customers) {
        double share = chance(number, 2);
        long rank =
                chance(number, 1) * HUNDRED < OF_THE_BOT + OF_THE_REGULARS
                        ? (long) (share * Math.max(1, customers / HUNDRED))
                        : (long) (share * share * customers);
        return "shopper-" + rank;
    }

    /** Whose the n-th event is. */
    String customer(long number) {
        return customers.apply(number);
    }

    private static String event(long number, int names) {
        double share = chance(number, 3);
        return name((int) (share * share * names));
    }

    /** Between 0 and 1, the same for the same number; the finaliser of SplitMix64. */
    private static double chance(long number, int kind) {
        long mixed = (number + 1) * 0x9E3779B97F4A7C15L + kind * 0xD1B54A32D192ED03L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1.0p-53;
    }

    private void write(Buffer out, long number) {
        out.appendString("{\"type\":\"track\",\"event\":\"")
                .appendString(event(number, NAMES))
                .appendString("\",\"userId\":\"")
                .appendString(customer(number))
                .appendString("\",\"messageId\":\"")
                .appendString(run + "-" + number)
                .appendString("\",\"timestamp\":\"")
                .appendString(Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())
                .appendString("\",\"properties\":{\"product_id\":\"sku-")
                .appendString(Long.toString(number % 500))
                .appendString("\",\"price\":")
                .appendString(Long.toString(500 + number % 20_000))
                .appendString(
                        """
                        ,"category":"outer","currency":"JPY",\
                        "url":"https://shop.example/outer/rain-coat"},\
                        "context":{"library":{"name":"bench","version":"1"},"locale":"ja-JP",\
                        "userAgent":"Mozilla/5.0 (X11; Linux x86_64)"}}""");
    }
}
