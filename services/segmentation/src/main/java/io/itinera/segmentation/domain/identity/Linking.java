package io.itinera.segmentation.domain.identity;

import io.itinera.contracts.activity.Merge;
import org.jspecify.annotations.Nullable;

/**
 * A device that changes hands.
 *
 * @param device the device as it is from now on
 * @param entry the evidence
 * @param merge who becomes whom, for the first user of a device with a past; null for a switch, and
 *     where there is nobody to merge
 */
public record Linking(Device device, LedgerEntry entry, @Nullable Merge merge) {}
