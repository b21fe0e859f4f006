package io.itinera.loadtests.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.itinera.loadtests.measure.HttpMessage;
import io.itinera.loadtests.measure.Payload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DialectTrafficTest {
    private static final Payload PAYLOAD = new Payload("test", "2026-03-01T12:00:00.500Z");

    static List<DialectTraffic> all() {
        return DialectTraffic.ALL;
    }

    @ParameterizedTest
    @MethodSource("all")
    void requestHasAsManyEventsAsItSays(DialectTraffic dialect) throws IOException {
        HttpMessage message = dialect.writer().write(PAYLOAD, "KEY", 40);
        assertEquals(dialect.events(), events(message, dialect));
    }

    private static int events(HttpMessage message, DialectTraffic dialect) throws IOException {
        if (message.method().equals("GET")) {
            return message.path().split("[&]en=", -1).length - 1;
        }
        byte[] body = message.body().getBytes();
        if (dialect.headers().containsKey("content-encoding")) {
            body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
        }
        if (body[0] != '{') {
            return new String(body, UTF_8).split("en=view_item", -1).length - 1;
        }
        JsonNode json = new ObjectMapper().readTree(body);
        return json.has("batch") ? json.path("batch").size() : 1;
    }
}
