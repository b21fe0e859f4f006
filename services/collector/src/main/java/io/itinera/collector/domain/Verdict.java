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
     * @param event what is kept of it
     */
    record Accepted(int index, Headline headline, Slice whole, String key, NormalEvent event)
            implements Verdict {}

    /**
     * Not taken.
     *
     * @param flaw why
     */
    record Refused(int index, Headline headline, Slice whole, Flaw flaw) implements Verdict {}
}
