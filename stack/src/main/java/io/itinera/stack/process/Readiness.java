package io.itinera.stack.process;

/** Whether a process does already what it was started for; asked again until it does. */
@FunctionalInterface
public interface Readiness {

    /** False also when the process cannot be asked yet. */
    boolean reached();
}
