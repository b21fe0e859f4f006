package io.itinera.collector.files.rows;

import io.itinera.collector.domain.Slice;
import io.itinera.collector.domain.Submission;
import io.itinera.collector.files.domain.RowFlaw;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a row says. */
public sealed interface Told {
    /**
     * Events, which are yet to be judged.
     *
     * @param column the column that is to blame when they are refused, if it is one
     */
    record Events(Submission events, @Nullable String column) implements Told {}

    /** The names of the columns. */
    record Header(Slice bytes, List<String> columns) implements Told {}

    /** That nothing of the file can be read. */
    record Unusable(RowFlaw why) implements Told {}
}
