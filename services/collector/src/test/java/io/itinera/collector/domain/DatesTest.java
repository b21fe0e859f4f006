package io.itinera.collector.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatesTest {
    @Test
    void oneMomentInEveryWayOfWritingItIsTheSame() {
        Instant moment = Instant.parse("2026-03-01T12:00:00.500Z");
        for (String text :
                List.of(
                        "2026-03-01T12:00:00.500Z",
                        "2026-03-01T12:00:00.500000000Z",
                        "2026-03-01T21:00:00.5+09:00",
                        "2026-03-01T21:00:00.5+0900",
                        "2026-03-01T12:00:00.5",
                        "1772366400500",
                        "1772366400.5")) {
            assertEquals(Optional.of(moment), Dates.parse(text), text);
        }
    }

    @Test
    void dayBeginsAtMidnightUtc() {
        assertEquals(Optional.of(Instant.parse("2026-03-01T00:00:00Z")), Dates.parse("2026-03-01"));
    }

    @Test
    void countHasItsCharactersAndNotOneMore() {
        Instant moment = Instant.parse("2026-03-01T12:00:00.500Z");
        String atLimit = "1772366400.5" + "0".repeat(Epoch.MAX_LENGTH - 12);
        assertEquals(
                List.of(Optional.of(moment), Optional.empty()),
                List.of(Dates.parse(atLimit), Dates.parse(atLimit + "0")));
    }

    @Test
    void numberWithAnExponentIsRead() {
        assertEquals(
                Optional.of(Instant.parse("2026-03-01T12:00:00.500Z")),
                Dates.parse("1.7723664005E12"));
    }

    /** Writing such a number's digits out would take minutes. */
    @Test
    void shortTextOfAHugeNumberIsNoDateAtOnce() {
        List<String> texts =
                List.of(
                        "1e100000000",
                        "1e-100000000",
                        "1e2147483647",
                        "1".repeat(1_000_000),
                        "0." + "1".repeat(1_000_000));
        assertTimeoutPreemptively(
                Duration.ofSeconds(1),
                () -> texts.forEach(text -> assertEquals(Optional.empty(), Dates.parse(text))));
    }

    @Test
    void whatIsNoDateIsNone() {
        for (String text :
                List.of(
                        "yesterday",
                        "1969-12-31T23:59:59Z",
                        "-0001-01-01T00:00:00Z",
                        "+10000-01-01T00:00:00Z",
                        "2026-13-01",
                        "1e400",
                        "99999999999999999999",
                        "1e999999999",
                        "1e-999999999",
                        "9".repeat(100_000),
                        "",
                        " ")) {
            assertEquals(Optional.empty(), Dates.parse(text), text);
        }
    }
}
