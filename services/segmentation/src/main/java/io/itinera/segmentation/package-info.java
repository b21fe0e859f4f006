/**
 * Who is this, and which segments are they in. Read {@link io.itinera.segmentation.StepOne}, {@link
 * io.itinera.segmentation.domain.identity.Recognition}, {@link io.itinera.segmentation.StepTwo},
 * {@link io.itinera.segmentation.domain.customer.Life}, {@link io.itinera.segmentation.Turns},
 * {@link io.itinera.segmentation.Moves}, {@link io.itinera.segmentation.Clockwork}; for how late
 * sources are, {@link io.itinera.segmentation.domain.lag.SourceClock}; then the topology in {@code
 * topics}, the stores in {@code store}, and the routes in {@code api}.
 */
@NullMarked
package io.itinera.segmentation;

import org.jspecify.annotations.NullMarked;
