package io.itinera.segmentation.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MemberFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "＋1", "－1", "＠1"})
    void textThatATableWouldCalculateIsMadeAText(String formula) {
        assertEquals("'", Cell.of(formula).replace("\"", "").substring(0, 1));
    }

    @Test
    void textWithCommasAndQuotesIsQuoted() {
        assertEquals("\"Ann, \"\"the\"\" buyer\"", Cell.of("Ann, \"the\" buyer"));
        assertEquals("\"two\nlines\"", Cell.of("two\nlines"));
        assertEquals("plain", Cell.of("plain"));
    }

    @Test
    void formulaBehindAQuoteIsQuotedAndStillAText() {
        assertEquals(
                "\"'=HYPERLINK(\"\"http://evil.example\"\")\"",
                Cell.of("=HYPERLINK(\"http://evil.example\")"));
    }

    @Test
    void headOfATableNamesTheTraits() {
        assertEquals(
                "customer,since,cause,userId,email,name,plan,'=x\r\n",
                new MemberFile(MemberFormat.csv, List.of("plan", "=x")).head());
    }
}
