/**
 * Who is this, and which segments are they in. Read {@link io.itinera.segmentation.StepOne}, {@link
 * io.itinera.segmentation.domain.identity.Recognition}, {@link io.itinera.segmentation.StepTwo},
 * {@link io.itinera.segmentation.domain.customer.Life}, {@link io.itinera.segmentation.Turns},
 * {@link io.itinera.segmentation.Clockwork}. How two customers become one: {@link
 * io.itinera.segmentation.Merges}, {@link io.itinera.segmentation.Moves}; two again: {@link
 * io.itinera.segmentation.Returns}, {@link io.itinera.segmentation.Partings}; what they belong to:
 * {@link io.itinera.segmentation.Accounts}; nobody: {@link io.itinera.segmentation.Erasures}. How
 * late sources are: {@link io.itinera.segmentation.domain.lag.SourceClock}. Then the topology in
 * {@code topics}, the stores in {@code store}, and the routes in {@code api}.
 */
@NullMarked
package io.itinera.segmentation;

import org.jspecify.annotations.NullMarked;
