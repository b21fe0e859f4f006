package io.itinera.collector.files.rows;

import io.itinera.collector.files.domain.Row;

/** Rows that are calls of Segment's API. */
final class SegmentRows implements RowReader {
    @Override
    public Told read(Row.Whole row) {
        return new Told.Events(Drafts.ofSegment(row.bytes()), null);
    }
}
