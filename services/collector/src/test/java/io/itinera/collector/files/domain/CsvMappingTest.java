package io.itinera.collector.files.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CsvMappingTest {
    @Test
    void commaAndPointAndUtcHoldUnlessToldOtherwise() {
        CsvMapping mapping = mapping(List.of(field("userId")));
        assertEquals(
                List.of(',', '.', "Z"),
                List.of(mapping.separator(), mapping.decimal(), mapping.zone().toString()));
    }

    @Test
    void placeThatAnEventDoesNotHaveIsRefused() {
        for (String to :
                List.of(
                        "",
                        "user_id",
                        "writeKey",
                        "properties",
                        "properties.",
                        "a.b",
                        "userId.x")) {
            assertRefused("an event has no place named " + to, () -> field(to));
        }
        assertRefused(
                "an event has no place named properties.a.b.c.d.e.f",
                () -> field("properties.a.b.c.d.e.f"));
    }

    @Test
    void twoValuesAtOnePlaceAreRefused() {
        assertRefused(
                "two fields go to userId",
                () -> mapping(List.of(field("userId"), field("userId"))));
        assertRefused(
                "a field goes to properties.a and another inside it",
                () -> mapping(List.of(field("properties.a.b"), field("properties.a"))));
    }

    @Test
    void fieldWithNeitherColumnNorValueOrBothIsRefused() {
        String refusal = "a field has either a column or a value: userId";
        assertRefused(refusal, () -> new CsvField("userId", null, null, CellType.text, null));
        assertRefused(refusal, () -> new CsvField("userId", "a", "b", CellType.text, null));
    }

    @Test
    void formatThatIsNoneOrNotATimesIsRefused() {
        assertRefused("a format is for times: userId", () -> time("userId", CellType.text, "yyyy"));
        assertThrows(
                IllegalArgumentException.class,
                () -> time("timestamp", CellType.time, "yyyy-bb-{"));
        assertRefused(
                "a format has at most 60 characters",
                () -> time("timestamp", CellType.time, "y".repeat(61)));
    }

    @Test
    void separatorThatIsNoneIsRefused() {
        assertRefused(
                "the separator must be , ; | or a tab",
                () -> new CsvMapping('"', null, null, List.of(field("userId"))));
    }

    @Test
    void fieldsAreAsManyAsTheLimitAndNotOneMore() {
        assertEquals(500, mapping(fields(500)).fields().size());
        assertRefused("a mapping has 1 to 500 fields", () -> mapping(fields(501)));
        assertRefused("a mapping has 1 to 500 fields", () -> mapping(Collections.emptyList()));
    }

    @Test
    void valuesAreTogetherAsLongAsTheLimitAndNotLonger() {
        CsvField half = new CsvField("event", null, "x".repeat(5_000), CellType.text, null);
        CsvField other = new CsvField("type", null, "x".repeat(5_000), CellType.text, null);
        CsvField longer = new CsvField("type", null, "x".repeat(5_001), CellType.text, null);
        assertEquals(2, mapping(List.of(half, other)).fields().size());
        assertRefused(
                "the values of a mapping have together at most 10000 characters",
                () -> mapping(List.of(half, longer)));
    }

    private static List<CsvField> fields(int count) {
        return IntStream.range(0, count).mapToObj(n -> field("properties.p" + n)).toList();
    }

    private static void assertRefused(String why, Runnable attempt) {
        assertEquals(why, assertThrows(IllegalArgumentException.class, attempt::run).getMessage());
    }

    private static CsvMapping mapping(List<CsvField> fields) {
        return new CsvMapping(null, null, null, fields);
    }

    private static CsvField field(String to) {
        return new CsvField(to, "column", null, CellType.text, null);
    }

    private static CsvField time(String to, CellType type, @Nullable String format) {
        return new CsvField(to, "column", null, type, format);
    }
}
