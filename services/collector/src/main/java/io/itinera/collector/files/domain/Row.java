package io.itinera.collector.files.domain;

import io.itinera.collector.domain.Flaw;
import io.itinera.collector.domain.Slice;

/** A row of a file as its bytes stand there, without what ends it. */
public sealed interface Row {
    /** The line at which it begins, from 1. */
    long line();

    /** All of it. */
    record Whole(long line, Slice bytes) implements Row {}

    /**
     * One that is no event, whatever it says.
     *
     * @param bytes as much of it as is kept
     */
    record Refused(long line, Slice bytes, Flaw flaw) implements Row {}

    /**
     * The end of what can be read: from here on nobody can tell where a row begins.
     *
     * @param detail why, as a sentence
     */
    record Unusable(long line, String detail) implements Row {}
}
