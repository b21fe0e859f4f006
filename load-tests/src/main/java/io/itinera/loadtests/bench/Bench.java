package io.itinera.loadtests.bench;

import io.itinera.loadtests.Target;
import java.io.IOException;
import java.util.List;

/** One benchmark. */
public sealed interface Bench permits CollectorSingle, CollectorBatch, CollectorDialects, Loop {
    /** All of them; the names of those that need nothing but the collector begin with it. */
    List<Bench> ALL =
            List.of(
                    new CollectorSingle(),
                    new CollectorBatch(),
                    new CollectorDialects(),
                    new Loop());

    /** What it is called on the command line. */
    String name();

    /** What it measures, in a sentence. */
    String description();

    /**
     * Measures.
     *
     * @param target the Itinera to measure
     * @param runs how many rounds, each of ours and the reference in turn
     * @return one result, or one for each thing that it measures
     */
    List<BenchResult> run(Target target, int runs) throws IOException, InterruptedException;
}
