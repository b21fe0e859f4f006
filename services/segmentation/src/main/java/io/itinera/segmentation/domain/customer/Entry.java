package io.itinera.segmentation.domain.customer;

import java.util.UUID;

/**
 * A line in a timeline.
 *
 * @param origin whose it was when it happened, before any merge
 * @param happening what happened
 */
public record Entry(UUID origin, Happening happening) {}
