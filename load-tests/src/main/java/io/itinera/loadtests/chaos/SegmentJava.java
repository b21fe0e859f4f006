package io.itinera.loadtests.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.segment.analytics.Analytics;
import com.segment.analytics.Callback;
import com.segment.analytics.messages.Message;
import com.segment.analytics.messages.TrackMessage;
import io.itinera.loadtests.ledger.Ledger;
import io.itinera.loadtests.ledger.Outcome;
import io.itinera.loadtests.ledger.Payloads;
import io.itinera.loadtests.ledger.Sent;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Segment's library for Java in a process of its own, which is told what {@code senders/send.mjs}
 * is told, and does the same.
 */
final class SegmentJava {
    /** What it is called among the senders. */
    static final String NAME = "segment-java";

    private static final int FLUSH_AT = 20;
    private static final int CUSTOMERS = 50;

    /** With the SDK's own backoff well over a minute: longer than anything here is away. */
    private static final int RETRIES = 50;

    private static final Duration FLUSH = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final Map<String, Sent> open = new ConcurrentHashMap<>();
    private final ObjectMapper json = new ObjectMapper();
    private final Ledger ledger;
    private final Analytics sdk;

    private SegmentJava(String collector, String writeKey, Path file) {
        ledger = Ledger.createForLastAttempts(file, RETRIES + 1);
        sdk =
                Analytics.builder(writeKey)
                        .endpoint(collector)
                        .flushQueueSize(FLUSH_AT)
                        .retries(RETRIES)
                        .flushInterval(FLUSH.toMillis(), TimeUnit.MILLISECONDS)
                        .callback(new Teller())
                        .build();
    }

    /** The SDK, the collector, workspace, write key, ledger, run and events a second. */
    static void main(String[] told) throws InterruptedException {
        SegmentJava sender = new SegmentJava(told[1], told[3], Path.of(told[4]));
        String run = told[5] + "-" + told[0];
        Duration distance = Duration.ofSeconds(1).dividedBy(Long.parseLong(told[6]));
        AtomicBoolean over = new AtomicBoolean();
        Thread.ofVirtual().start(() -> awaitEnd(over));
        for (int number = 1; !over.get(); number++) {
            sender.send(run, told[2], number);
            Thread.sleep(distance);
        }
        sender.end();
    }

    /** Its standard input ends when it is to give the SDK nothing more. */
    private static void awaitEnd(AtomicBoolean over) {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            over.set(true);
        }
    }

    private void send(String run, String workspace, int number) {
        String id = run + "-" + number;
        String customer = run + "-" + number % CUSTOMERS;
        Map<String, Object> properties = Map.of("n", number, "z", id, "canary", workspace);
        String event = "Seen " + number % 7;
        Map<String, Object> payload =
                Map.of("type", "track", "event", event, "properties", properties);
        Sent sent =
                new Sent(
                        id,
                        workspace,
                        "user|" + customer,
                        0,
                        Payloads.hash(json.valueToTree(payload)),
                        System.currentTimeMillis());
        ledger.sending(List.of(sent));
        open.put(id, sent);
        sdk.enqueue(
                TrackMessage.builder(event).messageId(id).userId(customer).properties(properties));
    }

    private void end() throws InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        sdk.flush();
        while (!open.isEmpty() && Instant.now().isBefore(until)) {
            Thread.sleep(LOOK_EVERY);
        }
        sdk.shutdown();
        ledger.close();
    }

    /** Hears how each event ended. */
    private final class Teller implements Callback {
        @Override
        public void success(Message message) {
            said(message, Outcome.ACKED);
        }

        @Override
        public void failure(Message message, Throwable failure) {
            said(message, Outcome.UNKNOWN);
        }

        private void said(Message message, Outcome outcome) {
            Sent sent = open.remove(message.messageId());
            if (sent != null) {
                ledger.said(List.of(sent), outcome);
            }
        }
    }
}
