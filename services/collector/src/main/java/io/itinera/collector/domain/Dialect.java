package io.itinera.collector.domain;

/**
 * How one family of clients writes its requests. An adapter reads a body in one forward pass and
 * leaves everything that all dialects share (ids, times, limits, names) to {@link Intake}.
 */
public interface Dialect {
    /** Reads a body, which is valid UTF-8 without a byte order mark. */
    Reading read(byte[] body, Limits limits);

    /** Whether reading takes longer than the thread may wait that others' requests come in on. */
    default boolean isSlow() {
        return false;
    }
}
