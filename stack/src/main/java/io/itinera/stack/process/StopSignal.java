package io.itinera.stack.process;

/** The signal by which a process understands that it shall end in order. */
public enum StopSignal {
    TERM,
    /** PostgreSQL's fast shutdown: it rolls back and ends instead of waiting for its clients. */
    INT
}
