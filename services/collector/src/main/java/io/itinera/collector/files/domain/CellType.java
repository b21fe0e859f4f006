package io.itinera.collector.files.domain;

/** What the text of a column is read as. */
public enum CellType {
    /** As it stands. */
    text,
    /** A number. */
    number,
    /** Yes or no: true and false, yes and no, 1 and 0. */
    flag,
    /** A moment, written as ISO-8601 in UTC. */
    time,
    /** JSON: a list, an object or a scalar. */
    json
}
