package io.itinera.loadtests.chaos;

import io.itinera.loadtests.Target;
import java.io.IOException;
import java.util.List;

/** One fault scenario. */
public sealed interface Chaos permits Kill {
    /** All of them. */
    List<Chaos> ALL =
            List.of(new Kill("journeys-kill", "journeys"), new Kill("messaging-kill", "messaging"));

    /** What it is called on the command line. */
    String name();

    /** What it breaks, in a sentence. */
    String description();

    /**
     * Breaks it and looks at what came of it.
     *
     * @param target the Itinera to break
     * @param runs how many times
     * @param seed where chance starts: equal seeds break at equal moments
     */
    ChaosResult run(Target target, int runs, long seed) throws IOException, InterruptedException;
}
