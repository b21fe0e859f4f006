package io.itinera.collector.files.domain;

import io.itinera.collector.domain.Slice;
import org.jspecify.annotations.Nullable;

/**
 * Where to read on.
 *
 * @param remainder the row that is not whole yet
 * @param header a CSV file's first row, once it is known
 */
public record Position(Remainder remainder, @Nullable Slice header) {
    /** Before the first byte. */
    public static final Position NONE = new Position(Remainder.NONE, null);
}
