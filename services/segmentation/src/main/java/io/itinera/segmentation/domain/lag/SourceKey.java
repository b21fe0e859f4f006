package io.itinera.segmentation.domain.lag;

import java.util.UUID;

/**
 * A source of a workspace.
 *
 * @param workspace the tenant
 * @param source where its events come from
 */
public record SourceKey(String workspace, UUID source) {}
