package io.itinera.stack.launcher;

import java.util.List;

/** How much of Itinera runs. */
enum Extent {
    WHOLE,
    /** The collector and the servers that it stands on, and nobody behind it. */
    COLLECTOR;

    /**
     * The least that these benchmarks need: the names of those that measure the collector alone
     * begin with it.
     */
    static Extent ofBenchmarks(List<String> names) {
        return names.stream().allMatch(name -> name.startsWith("collector-")) ? COLLECTOR : WHOLE;
    }

    /** Those of all parts that run. */
    Parts of(Parts all) {
        return switch (this) {
            case WHOLE -> all;
            case COLLECTOR -> all.standing(Service.COLLECTOR.name());
        };
    }
}
