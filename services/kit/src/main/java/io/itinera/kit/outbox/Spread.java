package io.itinera.kit.outbox;

/** Where the records of a row go. */
public enum Spread {
    /** One record, to the partition of its key. */
    BY_KEY,
    /** One record to each partition, as for definitions that every task reads. */
    EVERY_PARTITION
}
