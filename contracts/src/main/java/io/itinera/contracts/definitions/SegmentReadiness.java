package io.itinera.contracts.definitions;

import io.itinera.contracts.Wire;
import java.time.Instant;

/**
 * One partition has computed a segment, an attribute or a journey's hidden condition, over everyone
 * it knows.
 *
 * @param segment the segment's or attribute's id, or the hash of the condition
 * @param version its version
 * @param workspace the tenant
 * @param partition the partition of activity that is ready
 * @param members how many customers of that partition are in it
 * @param at the partition's clock when it became ready
 */
@Wire
public record SegmentReadiness(
        String segment, int version, String workspace, int partition, long members, Instant at)
        implements SegmentsRecord {}
