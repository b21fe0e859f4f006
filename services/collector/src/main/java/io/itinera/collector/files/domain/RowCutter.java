package io.itinera.collector.files.domain;

import io.itinera.collector.domain.Flaw;
import io.itinera.collector.domain.Reason;
import io.itinera.collector.domain.Slice;
import io.itinera.collector.files.domain.Remainder.Place;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Cuts a file into rows. The rows are the same wherever the file's bytes were cut on their way: a
 * row is handed on only when the byte after it is known not to belong to it, and what has begun is
 * read anew from its first byte.
 */
public final class RowCutter {
    /** The bytes of a row; no more of a file than this is ever held. */
    public static final int MAX_ROW_BYTES = 1024 * 1024;

    private final RowEnds ends;
    private final int maxRow;
    private final Consumer<Row> rows;
    private byte[] held;
    private int size;
    private int begin;
    private int at;
    private long beginLine;
    private long line;
    private Place place;
    private boolean isWhole;
    private boolean isUnusable;

    /**
     * Reads on.
     *
     * @param from where the reading stopped before
     * @param rows told each row, in order; nothing follows one that makes the file unusable
     */
    public RowCutter(Layout layout, Remainder from, Consumer<Row> rows) {
        this(ends(layout), MAX_ROW_BYTES, from, rows);
    }

    RowCutter(RowEnds ends, int maxRow, Remainder from, Consumer<Row> rows) {
        this.ends = ends;
        this.maxRow = maxRow;
        this.rows = rows;
        this.held = from.unfinished().copy(from.unfinished().length());
        this.size = held.length;
        this.beginLine = from.line();
        this.line = from.line();
        this.place = from.place();
    }

    static RowEnds ends(Layout layout) {
        CsvMapping mapping = layout.mapping();
        return mapping == null ? new LineEnds() : new CsvEnds(mapping.separator());
    }

    /** The file's next bytes. */
    public void feed(byte[] bytes, int length) {
        if (size + length > held.length) {
            held = Arrays.copyOf(held, Math.max(size + length, 2 * held.length));
        }
        System.arraycopy(bytes, 0, held, size, length);
        size += length;
        cut();
    }

    /** The file is whole: what has begun is a row too. */
    public void end() {
        isWhole = true;
        cut();
        if (!isUnusable && place == Place.ROW && begin < size) {
            if (ends.endsAtBreak()) {
                handOn(size);
            } else {
                refuse(size, unclosed());
            }
            begin = size;
        }
    }

    /** What has to be known in order to read on. */
    public Remainder remainder() {
        return new Remainder(place, beginLine, new Slice(held, begin, size).detached());
    }

    private void cut() {
        if (place == Place.START) {
            start();
        }
        while (at < size && place != Place.START && !isUnusable) {
            int breakBytes = breakBytes();
            if (breakBytes < 0) {
                break;
            }
            if (breakBytes == 0) {
                pass();
            } else {
                breakLine(breakBytes);
            }
        }
        dropRead();
    }

    private void start() {
        int known = Math.min(size, 3);
        if (known >= 2 && ByteOrderMark.isUtf16(held)) {
            stop("The file is UTF-16: save it as UTF-8");
        } else if (known == 3 || isWhole || !ByteOrderMark.mayBegin(held, known)) {
            begin = ByteOrderMark.length(held, known);
            at = begin;
            place = Place.ROW;
        }
    }

    /** How many bytes of line break stand here; negative when the next byte must be known first. */
    private int breakBytes() {
        if (held[at] == '\n') {
            return 1;
        }
        if (held[at] != '\r' || !ends.breaksAtCarriageReturn()) {
            return 0;
        }
        if (at + 1 == size) {
            return isWhole ? 1 : -1;
        }
        return held[at + 1] == '\n' ? 2 : 1;
    }

    private void pass() {
        ends.pass(held[at++]);
        if (place == Place.SKIPPED) {
            begin = at;
        } else {
            bound();
        }
    }

    /** A row that is too long is dropped before its end is known; it may never come. */
    private void bound() {
        if (at - begin > maxRow + 1) {
            tooLong(at);
            begin = at;
            place = Place.SKIPPED;
        }
    }

    private void breakLine(int bytes) {
        line++;
        if (place == Place.ROW && !ends.endsAtBreak()) {
            at += bytes;
            bound();
            return;
        }
        if (place == Place.ROW) {
            handOn(at);
        }
        at += bytes;
        begin = at;
        beginLine = line;
        place = Place.ROW;
        ends.begin();
    }

    private void handOn(int end) {
        boolean isReturn = !ends.breaksAtCarriageReturn() && end > begin && held[end - 1] == '\r';
        int last = isReturn ? end - 1 : end;
        if (last - begin > maxRow) {
            tooLong(last);
        } else if (!isBlank(last)) {
            rows.accept(new Row.Whole(beginLine, kept(last)));
        }
    }

    private boolean isBlank(int end) {
        for (int byteAt = begin; byteAt < end; byteAt++) {
            if (held[byteAt] != ' ' && held[byteAt] != '\t') {
                return false;
            }
        }
        return true;
    }

    private void tooLong(int end) {
        String detail = "a row has more than " + maxRow + " bytes";
        if (ends.breaksAtCarriageReturn()) {
            stop(detail + "; a quote may have been opened and never closed");
        } else {
            refuse(end, new Flaw(Reason.EVENT_TOO_LARGE, detail));
        }
    }

    private void refuse(int end, Flaw flaw) {
        rows.accept(new Row.Refused(beginLine, kept(Math.min(end, begin + maxRow)), flaw));
    }

    private static Flaw unclosed() {
        return new Flaw(Reason.UNREADABLE_ROW, "the file ends within quotes");
    }

    private void stop(String detail) {
        isUnusable = true;
        rows.accept(new Row.Unusable(beginLine, detail));
    }

    private Slice kept(int end) {
        return new Slice(held, begin, end).detached();
    }

    private void dropRead() {
        System.arraycopy(held, begin, held, 0, size - begin);
        size -= begin;
        at -= begin;
        begin = 0;
    }
}
