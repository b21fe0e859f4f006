package io.itinera.collector.files.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

class RowCutterProperties {
    private static final int MAX_ROW = 12;

    @Property(tries = 2000)
    void rowsAreTheSameWhereverTheBytesAreCut(
            @ForAll("anything") String file, @ForAll @Size(max = 6) List<Integer> places) {
        List<Integer> cuts = places.stream().map(Math::abs).map(it -> it < 0 ? 0 : it).toList();
        for (Cut.RowEndsOf ends : List.of(Cut.LINES, Cut.CSV)) {
            byte[] bytes = file.getBytes(UTF_8);
            assertEquals(
                    Cut.rows(ends, MAX_ROW, bytes, List.of()),
                    Cut.rows(ends, MAX_ROW, bytes, cuts));
        }
    }

    @Property
    void rowsAreThoseThatTheLibraryReads(@ForAll("tables") List<@NotEmpty List<String>> table) {
        StringWriter file = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(file)) {
            table.forEach(csv::writeRecord);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        List<List<String>> whole =
                CsvReader.builder()
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofCsvRecord(file.toString())
                        .stream()
                        .map(row -> row.getFields())
                        .toList();
        List<List<String>> cut =
                Cut.rows(Cut.CSV, 10_000, file.toString().getBytes(UTF_8), List.of()).stream()
                        .map(row -> row.substring(row.indexOf(':') + 1))
                        .map(row -> CsvReader.builder().ofSingleCsvRecord(row).getFields())
                        .toList();
        assertEquals(whole, cut);
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.of("\"", ",", "\r", "\n", "\r\n", "a", " ", "é", "\uFEFF", "xxxxxx")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        return Arbitraries.of("\"", ",", "\r", "\n", "a", "é", "日")
                .list()
                .ofMaxSize(5)
                .map(parts -> "x" + String.join("", parts))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .list()
                .ofMaxSize(5);
    }
}
