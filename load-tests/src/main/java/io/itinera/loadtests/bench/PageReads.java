package io.itinera.loadtests.bench;

import io.itinera.loadtests.Target;
import io.itinera.loadtests.measure.HttpLoad;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a web page asks of whoever looks at it, as often as one address may ask. Visitors are known
 * by their browser, on which one of the crowd signed in.
 *
 * @param made where it is asked
 */
record PageReads(SegmentsOfABench made) {
    private static final int VISITORS = 50;
    private static final int WARM_UPS = 50;
    private static final int READS = 300;

    /** An address may ask sixty times in a row, and twenty times a second from then on. */
    private static final Duration BETWEEN = Duration.ofMillis(60);

    private static final double NANOS_PER_MILLI = 1e6;

    /** How long each answer took, in milliseconds. */
    List<Double> millis(Target target) throws IOException, InterruptedException {
        String segment = made.publish("seen by pages", SegmentsOfABench.condition(0));
        made.awaitLive(segment);
        String wanted =
                "{\"enabled\":true,\"traits\":[\"plan\"],\"segments\":[\"%s\"],\"origins\":[]}"
                        .formatted(segment);
        String key = made.put("/personalisation", wanted).path("key").asText();
        visit(target);
        for (int read = 0; read < WARM_UPS; read++) {
            read(key, read);
        }
        List<Double> took = new ArrayList<>();
        for (int read = 0; read < READS; read++) {
            Thread.sleep(BETWEEN);
            took.add(read(key, read));
        }
        return took;
    }

    private double read(String key, int number) throws IOException, InterruptedException {
        long from = System.nanoTime();
        made.get("/public/personalisation/" + key + "?anonymousId=" + device(number % VISITORS));
        return (System.nanoTime() - from) / NANOS_PER_MILLI;
    }

    private static void visit(Target target) {
        String run = "visit/" + System.nanoTime();
        String kafka = target.coordinates().kafka().bootstrapServers();
        try (Outlet activity = new Outlet(kafka, "itinera.activity");
                HttpLoad load = new HttpLoad(1)) {
            load.post(
                    target.collector("/v1/batch"),
                    target.authorization(),
                    1,
                    _ -> Buffer.buffer(visits(run)));
            activity.await(run, VISITORS);
        }
    }

    private static String visits(String run) {
        List<String> events = new ArrayList<>();
        for (int visitor = 0; visitor < VISITORS; visitor++) {
            events.add(
                    """
                    {"type":"track","event":"%s","anonymousId":"%s","userId":"crowd-%d",\
                    "messageId":"%s-%d","timestamp":"%s"}"""
                            .formatted(
                                    ShopFloor.name(0),
                                    device(visitor),
                                    visitor,
                                    run,
                                    visitor,
                                    Instant.now()));
        }
        return "{\"batch\":[" + String.join(",", events) + "]}";
    }

    private static String device(int visitor) {
        return "browser-" + visitor;
    }
}
