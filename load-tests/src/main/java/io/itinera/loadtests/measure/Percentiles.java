package io.itinera.loadtests.measure;

import java.util.List;

/** What all but a few of many measurements stay below. */
public final class Percentiles {
    private Percentiles() {}

    /**
     * The smallest of these values that so large a part of them does not exceed (nearest rank).
     *
     * @param part above 0, at most 1
     * @throws IllegalArgumentException when there is none
     */
    public static double of(List<Double> values, double part) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.ceil(part * sorted.size()) - 1);
    }
}
