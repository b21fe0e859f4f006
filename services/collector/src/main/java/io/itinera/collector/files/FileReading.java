package io.itinera.collector.files;

import io.itinera.collector.domain.Slice;
import io.itinera.collector.domain.Submission;
import io.itinera.collector.domain.Verdict;
import io.itinera.collector.files.domain.Import;
import io.itinera.collector.files.domain.Position;
import io.itinera.collector.files.domain.Row;
import io.itinera.collector.files.domain.RowCutter;
import io.itinera.collector.files.domain.RowFlaw;
import io.itinera.collector.files.rows.Drafts;
import io.itinera.collector.files.rows.RowReader;
import io.itinera.collector.files.rows.Told;
import io.itinera.kit.ids.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file from a place on: bytes become rows, rows events, events verdicts. It does nothing
 * else with them, so that a dry run and an import see the same. They are handed on as soon as they
 * hold some memory: few bytes of a file may become many.
 */
final class FileReading {
    private static final UUID ROWS = UUID.fromString("9d3b5e0a-77c1-5d0e-8a52-1f4f0c6f3e55");

    /** Rows are handed on when they hold so many bytes. */
    static final int GROUP_BYTES = 256 * 1024;

    private final Import file;
    private final Judge judge;
    private final Consumer<List<Judged>> rows;
    private final RowCutter cutter;
    private final RowReader reader;
    private List<Judged> judged = new ArrayList<>();
    private long judgedBytes;
    private List<String> columns = List.of();
    private @Nullable Slice header;
    private @Nullable RowFlaw unusable;

    /**
     * @param judge how events are judged
     * @param rows who is handed the rows, in groups of at least one
     */
    FileReading(Import file, Position from, Judge judge, Consumer<List<Judged>> rows) {
        this.file = file;
        this.judge = judge;
        this.rows = rows;
        this.header = from.header();
        this.reader = RowReader.of(file.layout(), from.header());
        this.cutter = new RowCutter(file.layout(), from.remainder(), this::read);
    }

    /** Judges events; the ids are for those that carry none. */
    @FunctionalInterface
    interface Judge {
        List<Verdict> judge(Submission events, Supplier<String> ids);
    }

    void feed(byte[] bytes, int length) {
        cutter.feed(bytes, length);
        handOn();
    }

    void end() {
        cutter.end();
        handOn();
    }

    /** Why nothing of the file can be read any more; null while it can. */
    @Nullable RowFlaw unusable() {
        return unusable;
    }

    /** The names of a CSV file's columns, if its first row was read here. */
    List<String> columns() {
        return columns;
    }

    Position position() {
        return new Position(cutter.remainder(), header);
    }

    private void read(Row row) {
        switch (row) {
            case Row.Whole whole when unusable == null -> read(whole);
            case Row.Whole _ -> {}
            case Row.Refused refused ->
                    add(refused, Drafts.refused(refused.bytes(), refused.flaw()), null, "");
            case Row.Unusable(long line, String detail) ->
                    unusable = RowFlaw.unusable(line, null, detail);
        }
    }

    private void read(Row.Whole row) {
        switch (reader.read(row)) {
            case Told.Header(Slice bytes, List<String> names) -> {
                header = bytes;
                columns = names;
            }
            case Told.Unusable(RowFlaw why) -> unusable = why;
            case Told.Events(Submission events, String column) ->
                    add(row, events, column, row.bytes().toString());
        }
    }

    private void add(Row row, Submission events, @Nullable String column, String text) {
        Supplier<String> ids = new RowIds(file, row.line(), text);
        Judged one = new Judged(row.line(), column, judge.judge(events, ids));
        judged.add(one);
        judgedBytes += one.bytes();
        if (judgedBytes >= GROUP_BYTES) {
            handOn();
        }
    }

    private void handOn() {
        List<Judged> group = judged;
        judged = new ArrayList<>();
        judgedBytes = 0;
        if (!group.isEmpty()) {
            rows.accept(group);
        }
    }

    /**
     * Ids for the events of a row that carry none: the same for the same row at the same line of a
     * file of the same name, so that what is sent again counts once.
     */
    private static final class RowIds implements Supplier<String> {
        private final Import file;
        private final long line;
        private final String text;
        private int next;

        RowIds(Import file, long line, String text) {
            this.file = file;
            this.line = line;
            this.text = text;
        }

        @Override
        public String get() {
            return Ids.v5(
                            ROWS,
                            "%s\n%s\n%d\n%d\n%s"
                                    .formatted(file.source(), file.name(), line, next++, text))
                    .toString();
        }
    }
}
