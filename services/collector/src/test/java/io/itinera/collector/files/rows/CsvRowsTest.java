package io.itinera.collector.files.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.collector.domain.Draft;
import io.itinera.collector.domain.Slice;
import io.itinera.collector.files.domain.CellType;
import io.itinera.collector.files.domain.CsvField;
import io.itinera.collector.files.domain.CsvMapping;
import io.itinera.collector.files.domain.Row;
import io.itinera.collector.files.domain.RowFlaw;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CsvRowsTest {
    private final CsvMapping mapping =
            new CsvMapping(
                    ';',
                    ',',
                    ZoneId.of("Asia/Tokyo"),
                    List.of(
                            new CsvField("type", null, "track", CellType.text, null),
                            new CsvField("event", null, "Order Completed", CellType.text, null),
                            column("userId", "customer", CellType.text, null),
                            column("timestamp", "when", CellType.time, "dd.MM.yyyy HH:mm"),
                            column("properties.total", "total", CellType.number, null),
                            column("properties.gift", "gift", CellType.flag, null),
                            column("properties.products", "lines", CellType.json, null)));
    private final CsvRows rows = new CsvRows(mapping, null);

    @Test
    void rowBecomesACallWithValuesOfTheirTypes() {
        read("customer;when;total;gift;lines;unused");
        Draft draft = draft(read("007;01.03.2026 09:30;-1234,50;yes;\"[{\"\"id\"\":1.10}]\";=1+1"));
        assertEquals(
                "{\"type\":\"track\",\"event\":\"Order Completed\",\"userId\":\"007\","
                        + "\"timestamp\":\"2026-03-01T00:30:00Z\",\"properties\":"
                        + "{\"total\":-1234.50,\"gift\":true,\"products\":[{\"id\":1.1}]}}",
                draft.whole().toString());
    }

    @Test
    void emptyCellIsAbsent() {
        read("customer;when;total;gift;lines");
        assertEquals(
                "{\"type\":\"track\",\"event\":\"Order Completed\",\"userId\":\"u1\"}",
                draft(read("u1;;;\"\";")).whole().toString());
    }

    @Test
    void cellThatIsNotOfItsTypeIsBlamedOnItsColumn() {
        read("customer;when;total;gift;lines");
        assertBlamed("total", "u1;;12,5,0;;");
        assertBlamed("total", "u1;;1e9999;;");
        assertBlamed("when", "u1;2026-03-01;;;");
        assertBlamed("when", "u1;31.02.2026 12:00;;;");
        assertBlamed("gift", "u1;;;maybe;");
        assertBlamed("lines", "u1;;;;[1");
        assertBlamed("lines", "u1;;;;1 2");
    }

    private void assertBlamed(String column, String row) {
        Told.Events told = (Told.Events) read(row);
        assertEquals(column, told.column());
        Draft draft = told.events().drafts().getFirst();
        assertEquals("invalid_cell", draft.flaw().reason().code());
    }

    @Test
    void rowThatIsUnevenBrokenOrNotUtf8IsRefused() {
        read("customer;when;total;gift;lines");
        assertEquals("the row has 2 fields and the header 5", detail(read("a;b")));
        assertEquals(
                "the row is not CSV: something stands beside a quoted text",
                detail(read("\"a\"b;;;;")));
        assertEquals(
                "the row is not UTF-8: save the file as UTF-8",
                detail(read("café;;;;", StandardCharsets.ISO_8859_1)));
    }

    @Test
    void headerWithoutAMappedColumnMakesTheFileUnusable() {
        assertEquals(
                new Told.Unusable(
                        new RowFlaw(
                                1, "gift", "unusable_file", "the file has no column of this name")),
                read("customer;when;total;lines"));
        assertEquals(
                new Told.Unusable(
                        new RowFlaw(1, "customer", "unusable_file", "two columns have this name")),
                read("customer;customer"));
    }

    @Test
    void headerThatWasReadBeforeIsKnown() {
        Slice header = row("customer;when;total;gift;lines", StandardCharsets.UTF_8).bytes();
        CsvRows later = new CsvRows(mapping, header);
        Draft draft = draft(later.read(row("u1;;;;", StandardCharsets.UTF_8)));
        assertEquals(null, draft.flaw());
    }

    private static CsvField column(
            String to, String column, CellType type, @Nullable String format) {
        return new CsvField(to, column, null, type, format);
    }

    private Told read(String row) {
        return read(row, StandardCharsets.UTF_8);
    }

    private Told read(String row, Charset charset) {
        return rows.read(row(row, charset));
    }

    private static Row.Whole row(String row, Charset charset) {
        byte[] bytes = row.getBytes(charset);
        return new Row.Whole(1, new Slice(bytes, 0, bytes.length));
    }

    private static Draft draft(Told told) {
        return ((Told.Events) told).events().drafts().getFirst();
    }

    private static String detail(Told told) {
        return draft(told).flaw().detail();
    }
}
