package io.itinera.collector.files;

import io.itinera.collector.domain.NormalEvent;
import io.itinera.collector.domain.Submission;
import io.itinera.collector.domain.Verdict;
import io.itinera.collector.files.domain.Import;
import io.itinera.collector.files.domain.Position;
import io.itinera.collector.files.domain.RowFlaw;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

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

    static DryRun of(Import file, FileReading.Judge judge, byte[] sample, Extent extent) {
        Findings found = new Findings(judge);
        FileReading reading = new FileReading(file, Position.NONE, found::judge, found::add);
        reading.feed(sample, sample.length);
        if (extent == Extent.WHOLE) {
            reading.end();
        }
        RowFlaw unusable = reading.unusable();
        if (unusable != null) {
            found.add(unusable);
        }
        return new DryRun(reading.columns(), found.lines, found.events, found.errors);
    }

    /** Holds what is shown and no more; rows after that are counted, and not judged. */
    private static final class Findings {
        private final FileReading.Judge judge;
        private final List<Line> events = new ArrayList<>();
        private final List<RowFlaw> errors = new ArrayList<>();
        private long lines;

        Findings(FileReading.Judge judge) {
            this.judge = judge;
        }

        List<Verdict> judge(Submission submission, Supplier<String> ids) {
            boolean isAllShown = events.size() == SHOWN && errors.size() == SHOWN;
            return isAllShown ? List.of() : judge.judge(submission, ids);
        }

        void add(List<Judged> rows) {
            for (Judged row : rows) {
                lines++;
                row.flaws().forEach(this::add);
                row.verdicts().forEach(verdict -> add(row.line(), verdict));
            }
        }

        void add(RowFlaw error) {
            if (errors.size() < SHOWN) {
                errors.add(error);
            }
        }

        private void add(long line, Verdict verdict) {
            if (verdict instanceof Verdict.Accepted accepted && events.size() < SHOWN) {
                events.add(new Line(line, accepted.event()));
            }
        }
    }
}
