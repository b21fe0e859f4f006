package io.itinera.stack.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatusTableTest {

    @Test
    void aRowPerProcessWithBlanksForWhatDoesNotApply() {
        List<StatusRow> rows =
                List.of(
                        new StatusRow(
                                "kafka", StatusRow.Health.READY, 4711L, 19_092, 75L, null, 212L),
                        new StatusRow(
                                "journeys", StatusRow.Health.NOT_READY, 4712L, 8083, 9L, 12L, 180L),
                        StatusRow.absent("messaging", StatusRow.Health.STOPPED),
                        StatusRow.absent("insights", StatusRow.Health.ENDED));

        assertEquals(
                """
                                   pid   port  health            up for       lag   memory
                kafka             4711  19092  ready         1 min 15 s             212 MB
                journeys          4712   8083  not ready            9 s        12   180 MB
                messaging                      stopped
                insights                       ended
                """,
                StatusTable.of(rows));
    }

    @Test
    void uptimeIsToldInItsTwoLargestUnits() {
        assertEquals(
                List.of("0 s", "59 s", "1 min 0 s", "59 min 59 s", "1 h 0 min", "1 d 1 h"),
                List.of(0L, 59L, 60L, 3599L, 3600L, 90_000L).stream()
                        .map(StatusRow::uptime)
                        .toList());
    }

    @Test
    void aGroupBelongsToTheServiceThatItsNameHasAsAWord() {
        assertEquals("journeys", Lag.serviceOf("itinera.journeys").orElse(""));
        assertEquals("messaging", Lag.serviceOf("messaging").orElse(""));
        assertEquals("", Lag.serviceOf("my-messagingx").orElse(""));
    }
}
