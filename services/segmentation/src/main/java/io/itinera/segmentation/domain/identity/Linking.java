package io.itinera.segmentation.domain.identity;

import io.itinera.contracts.activity.Merge;
import org.jspecify.annotations.Nullable;

/**
 * A device that changes hands.
 *
 * @param device the device as it is from now on
 * @param entry the evidence
 * @param merge who becomes whom, for the device's first user; null for a switch
 */
public record Linking(Device device, LedgerEntry entry, @Nullable Merge merge) {}
