package io.itinera.contracts.definitions;

import io.itinera.contracts.Wire;
import java.util.UUID;

/**
 * Which version of a segment, or of an attribute, holds.
 *
 * @param id the segment or the attribute
 * @param workspace the tenant
 * @param version the version that holds
 * @param archived true when none does any more: everyone has left, or has lost the trait
 */
@Wire
public record SegmentHead(UUID id, String workspace, int version, boolean archived)
        implements SegmentsRecord {}
