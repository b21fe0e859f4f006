package io.itinera.collector.files.rows;

import io.itinera.collector.files.domain.Row;

/** Rows of Google Analytics' export to BigQuery. */
final class Ga4Rows implements RowReader {
    @Override
    public Told read(Row.Whole row) {
        throw new UnsupportedOperationException();
    }
}
