/**
 * Where each customer is in each journey, and what happens next. Reading order: {@link
 * io.itinera.journeys.Journeys}, which loads, lets decide, saves and performs; {@link
 * io.itinera.journeys.domain.Engine}, which decides; then {@link io.itinera.journeys.Authoring}, by
 * which journeys come to be.
 */
@NullMarked
package io.itinera.journeys;

import org.jspecify.annotations.NullMarked;
