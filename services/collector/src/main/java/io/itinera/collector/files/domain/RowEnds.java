package io.itinera.collector.files.domain;

/** Knows at which line breaks a row ends; told each byte of a row once, in order. */
sealed interface RowEnds permits LineEnds, CsvEnds {
    /** A new row. */
    void begin();

    /** A byte that is no line break. */
    void pass(byte b);

    /** Whether a carriage return alone is a line break. */
    boolean breaksAtCarriageReturn();

    /** Whether a line break here ends the row. */
    boolean endsAtBreak();
}
