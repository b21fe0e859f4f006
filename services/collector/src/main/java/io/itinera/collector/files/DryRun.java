package io.itinera.collector.files;

import io.itinera.collector.domain.NormalEvent;
import io.itinera.collector.domain.Verdict;
import io.itinera.collector.files.domain.RowFlaw;
import java.util.ArrayList;
import java.util.List;

/**
 * What an import would make of the beginning of its file.
 *
 * @param columns the names of a CSV file's columns
 * @param lines how many rows were read
 * @param events the first events, as they would be
 * @param errors the first errors
 */
public record DryRun(List<String> columns, long lines, List<Line> events, List<RowFlaw> errors) {
    /** How many events and how many errors are shown. */
    public static final int SHOWN = 20;

    public DryRun {
        columns = List.copyOf(columns);
        events = List.copyOf(events);
        errors = List.copyOf(errors);
    }

    /** How much of a file is known. */
    public enum Extent {
        /** Its beginning; the last row may be cut. */
        BEGINNING,
        /** All of it. */
        WHOLE
    }

    /**
     * An event.
     *
     * @param line the line at which its row begins
     * @param event what would be kept
     */
    public record Line(long line, NormalEvent event) {}

    static DryRun of(FileReading reading, byte[] sample, Extent extent) {
        reading.feed(sample, sample.length);
        if (extent == Extent.WHOLE) {
            reading.end();
        }
        List<Judged> rows = reading.take();
        List<RowFlaw> errors =
                new ArrayList<>(rows.stream().flatMap(row -> row.flaws().stream()).toList());
        RowFlaw unusable = reading.unusable();
        if (unusable != null) {
            errors.add(unusable);
        }
        return new DryRun(
                reading.columns(),
                rows.size(),
                rows.stream().flatMap(row -> events(row).stream()).limit(SHOWN).toList(),
                errors.stream().limit(SHOWN).toList());
    }

    private static List<Line> events(Judged row) {
        return row.verdicts().stream()
                .filter(Verdict.Accepted.class::isInstance)
                .map(Verdict.Accepted.class::cast)
                .map(accepted -> new Line(row.line(), accepted.event()))
                .toList();
    }
}
