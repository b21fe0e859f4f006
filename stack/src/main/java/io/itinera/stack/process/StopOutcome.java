package io.itinera.stack.process;

/** How a process ended when it was asked to. */
public enum StopOutcome {
    IN_ORDER,
    /** It did not end in time and was killed; what it had not saved is lost. */
    KILLED
}
