package io.itinera.collector.domain;

/** Whether an event of a request is taken. */
public sealed interface Verdict {
    /** Which of the request's events, from 0. */
    int index();

    /** What people recognise it by. */
    Headline headline();

    /** All of it, as sent. */
    Slice whole();

    /**
     * Taken.
     *
     * @param key the record's key
     * @param value the record's value: an event as JSON
     */
    record Accepted(int index, Headline headline, Slice whole, String key, Slice value)
            implements Verdict {}

    /**
     * Not taken.
     *
     * @param flaw why
     */
    record Refused(int index, Headline headline, Slice whole, Flaw flaw) implements Verdict {}
}
