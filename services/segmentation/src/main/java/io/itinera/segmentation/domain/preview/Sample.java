package io.itinera.segmentation.domain.preview;

import java.util.Map;
import java.util.TreeMap;

/**
 * What was counted among the customers of one partition whose ids lie in the first part of all ids.
 *
 * @param share that part of all ids, more than 0, at most 1; 1 when everyone was asked
 * @param asked how many customers were
 * @param found of how many the condition holds
 * @param alsoIn how many of those are in another segment, by segment
 * @param reachable how many of those can be reached, by channel
 */
public record Sample(
        double share,
        long asked,
        long found,
        Map<String, Long> alsoIn,
        Map<String, Long> reachable) {
    public Sample {
        alsoIn = new TreeMap<>(alsoIn);
        reachable = new TreeMap<>(reachable);
    }

    /** How many there are, of as many as this partition's share lets see. */
    public Estimate estimate(long counted) {
        return Estimate.ofSample(counted, share);
    }
}
