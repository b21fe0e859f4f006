package io.itinera.collector.dialects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.itinera.collector.domain.Dialect;
import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.Verdict;
import io.itinera.collector.wire.Given;
import io.itinera.kit.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/** The events that a body comes to, as JSON without what every event of these facts has. */
public final class Judged {
    private static final Set<String> ALWAYS =
            Set.of("kind", "workspace", "receivedAt", "source", "historic");

    private Judged() {}

    /** The verdicts on a body, written with single quotes. */
    public static List<Verdict> verdicts(Dialect dialect, String body) {
        return Given.judge(dialect, body, Given.ARRIVAL, Limits.DEFAULT);
    }

    /** The events, when all are taken. */
    public static List<JsonNode> events(Dialect dialect, String body) {
        return verdicts(dialect, body).stream().map(Judged::brief).toList();
    }

    /** The one event. */
    public static JsonNode event(Dialect dialect, String body) {
        return events(dialect, body).getFirst();
    }

    /** Expected JSON, written with single quotes. */
    public static JsonNode json(String json) {
        try {
            return Json.mapper().readTree(Given.bytes(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode brief(Verdict verdict) {
        if (verdict instanceof Verdict.Refused refused) {
            throw new AssertionError(refused.flaw());
        }
        ObjectNode event = (ObjectNode) Given.json(verdict);
        return event.without(ALWAYS);
    }
}
