package io.itinera.segmentation.store;

import io.itinera.contracts.Keys;
import io.itinera.contracts.definitions.SegmentReadiness;

/** The key of a readiness on the segments topic: its version's key, then the partition. */
public final class ReadinessKey {
    private ReadinessKey() {}

    /** The record's key. */
    public static String of(SegmentReadiness readiness) {
        return of(
                readiness.workspace(),
                readiness.segment(),
                readiness.version(),
                readiness.partition());
    }

    static String of(String workspace, String segment, int version, int partition) {
        return workspace
                + Keys.SEPARATOR
                + segment
                + Keys.SEPARATOR
                + version
                + Keys.SEPARATOR
                + partition;
    }
}
