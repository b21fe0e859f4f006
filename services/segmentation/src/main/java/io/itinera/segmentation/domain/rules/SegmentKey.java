package io.itinera.segmentation.domain.rules;

/**
 * Names a segment among all workspaces.
 *
 * @param workspace the tenant
 * @param segment the segment's id, or the hash of a journey's condition
 */
public record SegmentKey(String workspace, String segment) {}
