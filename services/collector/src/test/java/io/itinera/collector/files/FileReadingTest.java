package io.itinera.collector.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.collector.domain.Submission;
import io.itinera.collector.files.domain.CellType;
import io.itinera.collector.files.domain.CsvField;
import io.itinera.collector.files.domain.CsvMapping;
import io.itinera.collector.files.domain.Import;
import io.itinera.collector.files.domain.Layout;
import io.itinera.collector.files.domain.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FileReadingTest {
    private static final int ROWS = 4_000;

    @Test
    void fewBytesThatBecomeManyAreHandedOnGroupByGroup() {
        byte[] file = ("who\n" + "u\n".repeat(ROWS)).getBytes(UTF_8);
        List<List<Judged>> groups = new ArrayList<>();
        Import about = about(csv(new CsvField("event", null, "E", CellType.text, null), value()));
        new FileReading(about, Position.NONE, FileReadingProperties::judge, groups::add)
                .feed(file, file.length);

        assertEquals(ROWS, groups.stream().mapToInt(List::size).sum());
        for (List<Judged> group : groups) {
            long beforeTheLast = bytes(group) - group.getLast().bytes();
            assertTrue(beforeTheLast < FileReading.GROUP_BYTES, () -> beforeTheLast + " bytes");
        }
    }

    @Test
    void dryRunCountsWhatItHasNoRoomToShowAndJudgesItNot() {
        StringBuilder rows = new StringBuilder("who\n");
        for (int row = 0; row < ROWS; row++) {
            rows.append(row % 2 == 0 ? "u\n" : "\"open\"x\n");
        }
        List<Submission> judged = new ArrayList<>();
        FileReading.Judge judge =
                (events, ids) -> {
                    judged.add(events);
                    return FileReadingProperties.judge(events, ids);
                };
        Import about = about(csv(new CsvField("event", null, "E", CellType.text, null)));
        DryRun run = DryRun.of(about, judge, rows.toString().getBytes(UTF_8), DryRun.Extent.WHOLE);

        assertEquals(
                List.of(ROWS, 20, 20),
                List.of((int) run.lines(), run.events().size(), run.errors().size()));
        assertTrue(judged.size() < ROWS / 4, () -> judged.size() + " of " + ROWS + " judged");
    }

    private static long bytes(List<Judged> group) {
        return group.stream().mapToLong(Judged::bytes).sum();
    }

    private static CsvField value() {
        return new CsvField("properties.text", null, "x".repeat(5_000), CellType.text, null);
    }

    private static Layout csv(CsvField... more) {
        List<CsvField> fields =
                new ArrayList<>(
                        List.of(
                                new CsvField("type", null, "track", CellType.text, null),
                                new CsvField("userId", "who", null, CellType.text, null)));
        fields.addAll(List.of(more));
        return new Layout(Layout.Format.csv, null, new CsvMapping(null, null, null, fields));
    }

    private static Import about(Layout layout) {
        return new Import(
                UUID.randomUUID(),
                "ws1",
                FileReadingProperties.SHOP.id(),
                "f",
                layout,
                false,
                null,
                FileReadingProperties.NOW,
                "p");
    }
}
