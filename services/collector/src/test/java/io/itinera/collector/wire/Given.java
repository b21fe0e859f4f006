package io.itinera.collector.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.itinera.collector.domain.Arrival;
import io.itinera.collector.domain.Dialect;
import io.itinera.collector.domain.Intake;
import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.Reading;
import io.itinera.collector.domain.Reason;
import io.itinera.collector.domain.Resent;
import io.itinera.collector.domain.Submission;
import io.itinera.collector.domain.Undecodable;
import io.itinera.collector.domain.Verdict;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.itinera.contracts.events.EventsRecord;
import io.itinera.contracts.settings.IntakeRules;
import io.itinera.contracts.settings.Source;
import io.itinera.kit.json.Json;
import io.itinera.kit.records.JsonCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the facts of this room start from, and how they look at what came out. */
public final class Given {
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00.000Z");
    public static final Source SHOP =
            new Source(
                    UUID.fromString("01956a6e-0000-7000-8000-000000000001"),
                    "ws1",
                    "Shop",
                    List.of(),
                    true,
                    Source.DEFAULT_HISTORIC_AFTER,
                    IntakeRules.DEFAULT,
                    null,
                    Map.of());
    public static final Arrival ARRIVAL =
            new Arrival(SHOP, NOW, Resent.UNKNOWN, Duration.ofDays(1), () -> "new-id");

    private static final JsonCodec<EventsRecord> CODEC = JsonCodec.of(EventsRecord.class);

    private Given() {}

    public static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(UTF_8);
    }

    public static Reading read(Dialect dialect, String json) {
        return dialect.read(bytes(json), Limits.DEFAULT);
    }

    /** The verdicts on a batch, written with single quotes. */
    static List<Verdict> batch(String json) {
        return judge(new SegmentBatch(), json, ARRIVAL, Limits.DEFAULT);
    }

    public static List<Verdict> judge(
            Dialect dialect, String json, Arrival arrival, Limits limits) {
        return switch (dialect.read(bytes(json), limits)) {
            case Submission submission ->
                    Intake.judge(submission, arrival, new JsonObjects(), limits);
            case Undecodable(String detail) -> throw new AssertionError(detail);
        };
    }

    static Verdict call(EventType type, String json) {
        return judge(new SegmentCall(type), json, ARRIVAL, Limits.DEFAULT).getFirst();
    }

    public static Event event(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted accepted -> (Event) CODEC.read(EventJson.of(accepted.event()));
            case Verdict.Refused refused -> throw new AssertionError(refused.flaw());
        };
    }

    public static JsonNode json(Verdict verdict) {
        try {
            return Json.mapper().readTree(EventJson.of(((Verdict.Accepted) verdict).event()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JSON written with single quotes. */
    static JsonNode tree(String json) {
        try {
            return Json.mapper().readTree(bytes(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Reason reason(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted accepted -> throw new AssertionError(accepted + " is accepted");
            case Verdict.Refused refused -> refused.flaw().reason();
        };
    }
}
