package io.itinera.collector.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class JsonBytesProperties {
    private static final ObjectMapper JACKSON = new ObjectMapper();
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    /** Half of a surrogate pair too: it is escaped, as Jackson's own writer could not. */
    @Property(tries = 5_000)
    void textIsReadBackAsItWas(@ForAll String text) throws IOException {
        byte[] json = new JsonBytes(1).text(text).copy();
        assertEquals(text, JACKSON.readValue(json, String.class));
    }

    @Property
    void textIsWrittenAsOurTokensReadIt(@ForAll String text) throws NotJson {
        Tokens tokens = Tokens.of(new JsonBytes(64).text(text).copy());
        tokens.next();
        assertEquals(text, tokens.text());
    }

    @Property
    void momentIsWrittenAsAFormatterWritesIt(
            @ForAll @LongRange(min = -100_000_000_000_000L, max = 300_000_000_000_000L) long ms)
            throws JsonProcessingException {
        Instant at = Instant.ofEpochMilli(ms);
        byte[] json = new JsonBytes(1).moment(at).copy();
        assertEquals(JACKSON.writeValueAsString(MILLIS.format(at)), new String(json, UTF_8));
    }
}
