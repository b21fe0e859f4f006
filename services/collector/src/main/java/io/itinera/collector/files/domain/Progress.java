package io.itinera.collector.files.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * How much of a file has been read, and what came of it.
 *
 * @param bytes how many of its bytes; reading goes on at the next one
 * @param lines how many of its rows
 * @param accepted how many events were taken
 * @param rejected how many were not; they stand in quarantine
 * @param firstErrors the first of those, in the file's order
 */
public record Progress(
        long bytes, long lines, long accepted, long rejected, List<RowFlaw> firstErrors) {
    /** How many errors are kept; the others are counted, and stand in quarantine. */
    public static final int ERRORS = 20;

    /** Before the first byte. */
    public static final Progress NONE = new Progress(0, 0, 0, 0, List.of());

    public Progress {
        firstErrors = List.copyOf(firstErrors);
    }

    /** So many bytes further. */
    public Progress plusBytes(long more) {
        return new Progress(bytes + more, lines, accepted, rejected, firstErrors);
    }

    /** One row further, of which so many events were taken and these were not. */
    public Progress plusRow(int taken, List<RowFlaw> refused) {
        return new Progress(
                bytes, lines + 1, accepted + taken, rejected + refused.size(), with(refused));
    }

    /** With one error that is no event's. */
    public Progress plusError(RowFlaw flaw) {
        return new Progress(bytes, lines, accepted, rejected, with(List.of(flaw)));
    }

    private List<RowFlaw> with(List<RowFlaw> more) {
        int room = Math.min(ERRORS - firstErrors.size(), more.size());
        if (room <= 0) {
            return firstErrors;
        }
        List<RowFlaw> both = new ArrayList<>(firstErrors);
        both.addAll(more.subList(0, room));
        return both;
    }
}
