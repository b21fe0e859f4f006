package io.itinera.loadtests.bench;

import io.itinera.loadtests.Target;
import java.io.IOException;
import java.util.List;

/** One benchmark. */
public sealed interface Bench permits CollectorSingle, CollectorBatch, Loop {
    /** All of them. */
    List<Bench> ALL = List.of(new CollectorSingle(), new CollectorBatch(), new Loop());

    /** What it is called on the command line. */
    String name();

    /** What it measures, in a sentence. */
    String description();

    /**
     * Measures.
     *
     * @param target the Itinera to measure
     * @param runs how many pairs of ours and the reference, in turn
     */
    BenchResult run(Target target, int runs) throws IOException, InterruptedException;
}
