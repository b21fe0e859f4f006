package io.itinera.collector.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.collector.domain.Arrival;
import io.itinera.collector.domain.Intake;
import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.Resent;
import io.itinera.collector.domain.Submission;
import io.itinera.collector.domain.Verdict;
import io.itinera.collector.files.domain.CellType;
import io.itinera.collector.files.domain.CsvField;
import io.itinera.collector.files.domain.CsvMapping;
import io.itinera.collector.files.domain.Import;
import io.itinera.collector.files.domain.Layout;
import io.itinera.collector.files.domain.Position;
import io.itinera.collector.wire.EventJson;
import io.itinera.collector.wire.JsonObjects;
import io.itinera.contracts.settings.IntakeRules;
import io.itinera.contracts.settings.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FileReadingProperties {
    static final Source SHOP =
            new Source(
                    UUID.fromString("01956a6e-0000-7000-8000-000000000001"),
                    "ws1",
                    "Shop",
                    List.of(),
                    true,
                    Source.DEFAULT_HISTORIC_AFTER,
                    IntakeRules.DEFAULT,
                    null,
                    Map.of());
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Layout CSV =
            new Layout(
                    Layout.Format.csv,
                    null,
                    new CsvMapping(
                            null,
                            null,
                            null,
                            List.of(
                                    new CsvField("type", null, "track", CellType.text, null),
                                    new CsvField("event", null, "E", CellType.text, null),
                                    new CsvField("userId", "who", null, CellType.text, null),
                                    new CsvField(
                                            "properties.n", "n", null, CellType.number, null))));
    private static final Layout NDJSON = new Layout(Layout.Format.ndjson, null, null);

    @Property
    void eventsOfACsvFileAreTheSameWhereverItsBytesAreCut(
            @ForAll("csv") String rows,
            @ForAll @Size(max = 8) List<@IntRange(min = 0, max = 300) Integer> places) {
        byte[] file = ("\uFEFFwho,\"n\"\r\n" + rows).getBytes(UTF_8);
        assertEquals(came(CSV, file, List.of()), came(CSV, file, places));
    }

    @Property
    void eventsOfAnNdjsonFileAreTheSameWhereverItsBytesAreCut(
            @ForAll("ndjson") String rows,
            @ForAll @Size(max = 8) List<@IntRange(min = 0, max = 300) Integer> places) {
        byte[] file = rows.getBytes(UTF_8);
        assertEquals(came(NDJSON, file, List.of()), came(NDJSON, file, places));
    }

    @Provide
    Arbitrary<String> csv() {
        return Arbitraries.of(
                        "u1,1\n",
                        "\"é\r\n日\",2\r\n",
                        "\"a\"\"b\",3\r",
                        "u2,\n",
                        "u3,x\n",
                        "\n",
                        "one\n",
                        "u4,4",
                        "\"open,5",
                        "\"x\"y,6\n")
                .list()
                .ofMaxSize(12)
                .map(rows -> String.join("", rows));
    }

    @Provide
    Arbitrary<String> ndjson() {
        return Arbitraries.of(
                        "{\"type\":\"track\",\"event\":\"E\",\"userId\":\"é日\"}\n",
                        "{\"type\":\"identify\",\"userId\":\"u\",\"messageId\":\"m\"}\r\n",
                        "{\"type\":\n",
                        "7\n",
                        "\n",
                        "\r\n",
                        "{}",
                        "x\n")
                .list()
                .ofMaxSize(12)
                .map(rows -> String.join("", rows));
    }

    /** What comes of a file whose pieces are read by a reading of their own each. */
    private static List<String> came(Layout layout, byte[] file, List<Integer> places) {
        Import about =
                new Import(UUID.randomUUID(), "ws1", SHOP.id(), "f", layout, false, null, NOW, "p");
        List<String> came = new ArrayList<>();
        int[] cuts =
                IntStream.concat(
                                places.stream().mapToInt(place -> Math.min(place, file.length)),
                                IntStream.of(0, file.length))
                        .sorted()
                        .toArray();
        Position position = Position.NONE;
        for (int piece = 1; piece < cuts.length; piece++) {
            FileReading reading = reading(about, position, came);
            byte[] bytes = Arrays.copyOfRange(file, cuts[piece - 1], cuts[piece]);
            reading.feed(bytes, bytes.length);
            position = reading.position();
        }
        reading(about, position, came).end();
        return came;
    }

    private static FileReading reading(Import about, Position position, List<String> came) {
        return new FileReading(
                about, position, FileReadingProperties::judge, rows -> add(came, rows));
    }

    private static void add(List<String> came, List<Judged> rows) {
        for (Judged row : rows) {
            row.flaws().forEach(flaw -> came.add(flaw.toString()));
            row.verdicts().stream()
                    .filter(Verdict.Accepted.class::isInstance)
                    .map(Verdict.Accepted.class::cast)
                    .forEach(
                            accepted ->
                                    came.add(
                                            row.line()
                                                    + new String(
                                                            EventJson.of(accepted.event()),
                                                            UTF_8)));
        }
    }

    static List<Verdict> judge(Submission events, Supplier<String> ids) {
        Arrival arrival = new Arrival(SHOP, NOW, Resent.UNKNOWN, Duration.ofDays(1), ids);
        return Intake.judge(events, arrival, new JsonObjects(), Limits.DEFAULT);
    }
}
