package io.itinera.contracts.definitions;

import io.itinera.contracts.Wire;
import java.util.UUID;

/**
 * Which version of a segment holds.
 *
 * @param id the segment
 * @param workspace the tenant
 * @param version the version that holds
 * @param archived true when none does any more: everyone has left
 */
@Wire
public record SegmentHead(UUID id, String workspace, int version, boolean archived)
        implements SegmentsRecord {}
