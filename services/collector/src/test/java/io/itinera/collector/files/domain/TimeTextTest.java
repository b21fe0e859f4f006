package io.itinera.collector.files.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimeTextTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @Test
    void offsetInTheTextGoesBeforeTheZone() {
        assertRead("2026-03-01T00:30:00Z", null, "2026-03-01T01:30:00+01:00");
        assertRead("2026-03-01T00:30:00Z", null, "2026-03-01 01:30:00 +01:00");
        assertRead("2026-03-01T00:30:00.123456Z", null, "2026-03-01T00:30:00.123456Z");
        assertRead("2026-02-28T15:30:00Z", null, "2026-03-01 00:30:00");
        assertRead("2026-02-28T15:00:00Z", null, "2026-03-01");
    }

    @Test
    void patternIsReadAsItSays() {
        assertRead("2026-02-28T15:30:00Z", "M/d/yyyy h:mm a", "3/1/2026 12:30 AM");
        assertRead("2026-03-01T00:30:00Z", "yyyyMMdd HHmmss X", "20260301 003000 Z");
        assertRead("2026-02-28T15:00:00Z", "d MMM yyyy", "1 Mar 2026");
    }

    @Test
    void countsAreSecondsMillisecondsOrMicroseconds() {
        assertRead("2026-03-01T00:00:00.500Z", "epoch-seconds", "1772323200.5");
        assertRead("2026-03-01T00:00:00.500Z", "epoch-millis", "1772323200500");
        assertRead("2026-03-01T00:00:00.500Z", "epoch-micros", "1772323200500999");
    }

    @Test
    void whatIsNoTimeIsNone() {
        for (String text :
                new String[] {
                    "yesterday", "2026-02-30", "1e999999999", "1e-999999999", "1e100000000", ""
                }) {
            assertEquals(Optional.empty(), new TimeText(null, TOKYO).parse(text), text);
            assertEquals(Optional.empty(), new TimeText("epoch-seconds", TOKYO).parse(text), text);
        }
    }

    private static void assertRead(String expected, @Nullable String format, String text) {
        assertEquals(Optional.of(Instant.parse(expected)), new TimeText(format, TOKYO).parse(text));
    }
}
