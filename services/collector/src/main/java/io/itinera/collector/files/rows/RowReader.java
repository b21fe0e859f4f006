package io.itinera.collector.files.rows;

import io.itinera.collector.domain.Slice;
import io.itinera.collector.files.domain.CsvMapping;
import io.itinera.collector.files.domain.Layout;
import io.itinera.collector.files.domain.Preset;
import io.itinera.collector.files.domain.Row;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one file, in their order. */
public interface RowReader {
    /** What the row says. */
    Told read(Row.Whole row);

    /**
     * A reader for files of this layout.
     *
     * @param header a CSV file's first row, when it was read before
     */
    static RowReader of(Layout layout, @Nullable Slice header) {
        CsvMapping mapping = layout.mapping();
        if (mapping != null) {
            return new CsvRows(mapping, header);
        }
        return layout.preset() == Preset.GA4_EXPORT ? new Ga4Rows() : new SegmentRows();
    }
}
