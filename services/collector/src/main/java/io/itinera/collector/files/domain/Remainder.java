package io.itinera.collector.files.domain;

import io.itinera.collector.domain.Slice;

/**
 * What has to be known of a file's beginning in order to read on: no more than the row that is not
 * whole yet.
 *
 * @param place where the bytes stand
 * @param line the line at which the unfinished row begins, from 1
 * @param unfinished its bytes so far
 */
public record Remainder(Place place, long line, Slice unfinished) {
    /** Where a file's next byte belongs. */
    public enum Place {
        /** At the beginning, where a byte order mark may stand. */
        START,
        /** In a row, or before one. */
        ROW,
        /** In a row that is too long, whose end is awaited and whose bytes are dropped. */
        SKIPPED
    }

    /** Before the first byte. */
    public static final Remainder NONE =
            new Remainder(Place.START, 1, new Slice(new byte[0], 0, 0));
}
