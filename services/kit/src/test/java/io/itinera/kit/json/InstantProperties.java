package io.itinera.kit.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Moments are written and read as the formatters of Java and Jackson do it. */
final class InstantProperties {
    private static final DateTimeFormatter ISO =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
    private static final ObjectMapper JACKSON =
            new ObjectMapper().registerModule(new JavaTimeModule());

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("-0002-01-01T00:00:00Z").toEpochMilli(),
                        Instant.parse("+10002-01-01T00:00:00Z").toEpochMilli())
                .map(Instant::ofEpochMilli);
    }

    /** Some are of our form, some nearly, some no moments at all. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> moments = moments().map(Instant::toString);
        Arbitrary<String> nearly =
                Arbitraries.integers()
                        .between(0, 99)
                        .list()
                        .ofSize(5)
                        .map(
                                parts ->
                                        "2024-%02d-%02dT%02d:%02d:%02d.007Z"
                                                .formatted(parts.toArray()));
        Arbitrary<String> close =
                Arbitraries.of(
                        "2024-02-29T00:00:00.000Z",
                        "2023-02-29T00:00:00.000Z",
                        "2024-04-31T00:00:00.000Z",
                        "2024-12-31T24:00:00.000Z",
                        "2024-12-31T23:59:60.000Z",
                        "2024-12-31T23:59:59Z",
                        "2024-12-31T23:59:59.999999Z",
                        "2024-12-31T23:59:59.999+09:00",
                        "2024-12-31 23:59:59.999Z",
                        "1700000000",
                        "",
                        " ",
                        "tomorrow");
        return Arbitraries.oneOf(moments, nearly, close);
    }

    @Property
    void momentsAreWrittenAsTheFormatterWritesThem(@ForAll("moments") Instant at)
            throws JsonProcessingException {
        assertEquals('"' + ISO.format(at) + '"', Json.mapper().writeValueAsString(at));
    }

    @Example
    void firstAndLastMomentAreWrittenLikewise() throws JsonProcessingException {
        for (Instant at : List.of(Instant.MIN, Instant.MAX)) {
            momentsAreWrittenAsTheFormatterWritesThem(at);
        }
    }

    @Property
    void textsAreReadAsJacksonReadsThem(@ForAll("texts") String text)
            throws JsonProcessingException {
        String json = JACKSON.writeValueAsString(text);
        assertEquals(read(JACKSON, json), read(Json.mapper(), json));
    }

    private static String read(ObjectMapper mapper, String json) {
        try {
            return String.valueOf(mapper.readValue(json, Instant.class));
        } catch (JsonProcessingException e) {
            return "refused";
        }
    }
}
