package io.itinera.loadtests.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** One connection of a sender: a request at a time, each written down before and after. */
final class Lane implements Runnable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/v1/batch";
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    private static final Duration SOON = Duration.ofMillis(100);

    private final Composer composer;
    private final Line line;
    private final Tenant tenant;
    private final Ledger ledger;
    private final Tally tally;
    private final Pace pace;
    private final Workload.OnNo onNo;
    private final BooleanSupplier more;
    private final Instant until;

    /**
     * @param more whether to begin another request
     * @param until when to give up repeating one
     */
    Lane(
            Composer composer,
            Line line,
            Tenant tenant,
            Ledger ledger,
            Tally tally,
            Pace pace,
            Workload.OnNo onNo,
            BooleanSupplier more,
            Instant until) {
        this.composer = composer;
        this.line = line;
        this.tenant = tenant;
        this.ledger = ledger;
        this.tally = tally;
        this.pace = pace;
        this.onNo = onNo;
        this.more = more;
        this.until = until;
    }

    @Override
    public void run() {
        try (line) {
            while (more.getAsBoolean()) {
                pace.take();
                send(composer.batch());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(List<Draft> batch) throws InterruptedException {
        List<Sent> events = batch.stream().map(Draft::sent).toList();
        byte[] body =
                batch.stream()
                        .map(Draft::json)
                        .collect(Collectors.joining(",", "{\"batch\":[", "]}"))
                        .getBytes(UTF_8);
        ledger.sending(events);
        boolean again = attempt(events, body);
        while (again && Instant.now().isBefore(until)) {
            again = attempt(events, body);
        }
    }

    /** One attempt; true when another is to follow, after the time that the answer asks to wait. */
    private boolean attempt(List<Sent> events, byte[] body) throws InterruptedException {
        tally.began(events.size());
        Reply reply = line.post(PATH, tenant.authorization(), body);
        tally.count(reply);
        if (reply instanceof Reply.Answered answered && answered.status() == 200) {
            took(events, answered.body());
            return false;
        }
        ledger.said(events, outcome(reply));
        boolean again = onNo == Workload.OnNo.REPEAT && !isFinal(reply);
        if (again) {
            Thread.sleep(wait(reply));
        }
        return again;
    }

    /** What is wrong with a request stays wrong; "too many" passes. */
    private static boolean isFinal(Reply reply) {
        return reply instanceof Reply.Answered answered
                && answered.status() < SERVER_ERROR
                && answered.status() != TOO_MANY;
    }

    private void took(List<Sent> events, String answer) {
        Set<Integer> rejected = rejected(answer);
        List<Sent> taken = new ArrayList<>(events.size());
        List<Sent> aside = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            (rejected.contains(i) ? aside : taken).add(events.get(i));
        }
        ledger.said(taken, Outcome.ACKED);
        ledger.said(aside, Outcome.REJECTED);
        tally.took(events.size(), aside.size());
    }

    private static Set<Integer> rejected(String answer) {
        try {
            Set<Integer> indices = new HashSet<>();
            for (JsonNode each : JSON.readTree(answer).path("rejected")) {
                indices.add(each.path("index").asInt());
            }
            return indices;
        } catch (IOException e) {
            throw new UncheckedIOException("the answer is no JSON", e);
        }
    }

    /** A server error may come after the write; what is refused as the client's fault does not. */
    private static Outcome outcome(Reply reply) {
        return switch (reply) {
            case Reply.NotSent() -> Outcome.REFUSED;
            case Reply.Broken _ -> Outcome.UNKNOWN;
            case Reply.Answered answered ->
                    answered.status() < SERVER_ERROR ? Outcome.REFUSED : Outcome.UNKNOWN;
        };
    }

    private static Duration wait(Reply reply) {
        return reply instanceof Reply.Answered answered && answered.retryAfter() != null
                ? answered.retryAfter()
                : SOON;
    }
}
