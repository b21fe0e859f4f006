package io.itinera.collector.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.collector.domain.Submission;
import io.itinera.collector.domain.Verdict;
import io.itinera.collector.files.domain.CellType;
import io.itinera.collector.files.domain.CsvField;
import io.itinera.collector.files.domain.CsvMapping;
import io.itinera.collector.files.domain.Import;
import io.itinera.collector.files.domain.Layout;
import io.itinera.collector.files.domain.Position;
import io.itinera.collector.files.domain.Progress;
import io.itinera.kit.problem.Problem;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whoever reads a file is held up by a broker that takes nothing, or not yet. */
class UploadTest {
    private static final int WINDOW = 1024 * 1024;
    private static final int ROWS = 20_000;
    private static final String ROW = "{\"type\":\"track\",\"event\":\"E\",\"userId\":\"u1\"}";

    private final Shelf broker = new Shelf();
    private final List<String> kept = new ArrayList<>();

    /** Holds what is published until it is asked for. */
    private static final class Shelf implements Outlet {
        private boolean takes = true;
        private long waiting;
        private long mostWaiting;
        private long largest;
        private int events;

        @Override
        public void begin() {}

        @Override
        public List<Verdict> judge(Submission submission, Supplier<String> ids) {
            return FileReadingProperties.judge(submission, ids);
        }

        @Override
        public void publish(List<Judged> rows) {
            long bytes = rows.stream().mapToLong(Judged::bytes).sum();
            waiting += bytes;
            largest = Math.max(largest, bytes);
            mostWaiting = Math.max(mostWaiting, waiting);
            events += rows.size();
        }

        @Override
        public boolean isTaken() {
            waiting = 0;
            return takes;
        }
    }

    @Test
    void noMoreThanAWindowOfEventsWaitsForTheBroker() {
        upload(NDJSON).read(bytes((ROW + "\n").repeat(ROWS)), 0);
        assertWaitedInWindows();
    }

    @Test
    void neitherWhenFewBytesOfAFileBecomeManyEvents() {
        upload(wide()).read(bytes("who\n" + "u\n".repeat(ROWS)), 0);
        assertWaitedInWindows();
    }

    private void assertWaitedInWindows() {
        assertEquals(ROWS, broker.events);
        assertTrue(
                broker.mostWaiting < WINDOW + broker.largest,
                () -> broker.mostWaiting + " bytes waited");
    }

    @Test
    void placeIsNotKeptWhenTheBrokerTakesNothing() {
        broker.takes = false;
        Upload upload = upload(NDJSON);
        assertThrows(Problem.class, () -> upload.read(bytes(ROW + "\n"), 0));
        assertEquals(List.of(), kept);
    }

    @Test
    void rowThatHasNoBreakAtItsEndIsTakenBeforeTheFileIsFinished() {
        Upload upload = upload(NDJSON);
        upload.read(bytes(ROW), 0);
        int before = broker.events;
        upload.end();
        assertEquals(List.of(0, 1), List.of(before, broker.events));
        assertEquals(List.of("open 0", "finished 1"), kept);
    }

    @Test
    void fileIsNotFinishedWhenTheBrokerDoesNotTakeItsLastRow() {
        Upload upload = upload(NDJSON);
        upload.read(bytes(ROW), 0);
        broker.takes = false;
        assertThrows(Problem.class, upload::end);
        assertEquals(List.of("open 0"), kept);
    }

    private Upload upload(Layout layout) {
        Import about =
                new Import(
                        UUID.randomUUID(),
                        "ws1",
                        FileReadingProperties.SHOP.id(),
                        "f",
                        layout,
                        false,
                        null,
                        FileReadingProperties.NOW,
                        "p");
        return new Upload(
                about,
                Progress.NONE,
                Position.NONE,
                broker,
                (progress, _, stage) -> kept.add(stage + " " + progress.accepted()),
                WINDOW);
    }

    private static final Layout NDJSON = new Layout(Layout.Format.ndjson, null, null);

    private static Layout wide() {
        return new Layout(
                Layout.Format.csv,
                null,
                new CsvMapping(
                        null,
                        null,
                        null,
                        List.of(
                                constant("type", "track"),
                                constant("event", "E"),
                                constant("properties.text", "x".repeat(1_000)),
                                new CsvField("userId", "who", null, CellType.text, null))));
    }

    private static CsvField constant(String to, String value) {
        return new CsvField(to, null, value, CellType.text, null);
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
