package io.itinera.collector.files.domain;

import static java.nio.charset.StandardCharsets.UTF_16;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowCutterTest {
    @Test
    void lineFeedEndsARowAndTheLastNeedsNone() {
        assertEquals(List.of("1:a", "2:b"), Cut.rows(Cut.LINES, "a\nb"));
        assertEquals(List.of("1:a", "2:b"), Cut.rows(Cut.LINES, "a\r\nb\r\n"));
    }

    @Test
    void csvRowMayEndAsOnAnySystem() {
        assertEquals(
                List.of("1:a,b", "2:c,d", "3:e,f", "4:g,h"),
                Cut.rows(Cut.CSV, "a,b\r\nc,d\re,f\ng,h"));
    }

    @Test
    void blankRowsAreNoneAndCountAsLines() {
        assertEquals(List.of("2:a", "5:b"), Cut.rows(Cut.LINES, "\na\n \r\n\nb\n\n"));
        assertEquals(List.of("2:a", "4:b"), Cut.rows(Cut.CSV, "\r\na\r\rb\r\n"));
    }

    @Test
    void lineBreakWithinQuotesBelongsToTheField() {
        assertEquals(
                List.of("1:a,\"x\ny\r\nz\"", "4:b,\"q\"\"\n\"\"\"", "6:c,d"),
                Cut.rows(Cut.CSV, "a,\"x\ny\r\nz\"\nb,\"q\"\"\n\"\"\"\nc,d\n"));
    }

    @Test
    void quoteWithinAPlainFieldIsAQuote() {
        assertEquals(List.of("1:5\" pipe,a", "2:b,c"), Cut.rows(Cut.CSV, "5\" pipe,a\nb,c"));
    }

    @Test
    void byteOrderMarkIsNoPartOfTheFirstRow() {
        assertEquals(List.of("1:\"a\nb\""), Cut.rows(Cut.CSV, "\uFEFF\"a\nb\""));
        assertEquals(List.of("1:a"), Cut.rows(Cut.LINES, "\uFEFFa"));
    }

    @Test
    void fileInUtf16IsToldSo() {
        List<String> rows = Cut.rows(Cut.CSV, 100, "a,b".getBytes(UTF_16), List.of(1));
        assertEquals(List.of("!1:The file is UTF-16: save it as UTF-8"), rows);
    }

    @Test
    void rowAtTheLimitIsReadAndOneByteMoreIsRefusedAlone() {
        String limit = "x".repeat(100);
        assertEquals(List.of("1:" + limit, "2:a"), Cut.rows(Cut.LINES, limit + "\r\na"));
        assertEquals(
                List.of("1?event_too_large:" + limit, "2:a"),
                Cut.rows(Cut.LINES, limit + "x\r\na"));
        assertEquals(
                List.of("1?event_too_large:" + limit, "2:a"),
                Cut.rows(Cut.LINES, "x".repeat(100_000) + "\na"));
    }

    @Test
    void quoteThatIsNeverClosedDoesNotHoldTheWholeFile() {
        List<String> rows = Cut.rows(Cut.CSV, "a,b\n\"c,d\n" + "\n".repeat(100_000));
        assertEquals("1:a,b", rows.getFirst());
        assertTrue(rows.getLast().startsWith("!2:a row has more than 100 bytes"), rows.toString());
    }

    @Test
    void fileThatEndsWithinQuotesLosesThatRowAlone() {
        assertEquals(
                List.of("1:a,b", "2?unreadable_row:\"c,d\n"), Cut.rows(Cut.CSV, "a,b\n\"c,d\n"));
    }
}
