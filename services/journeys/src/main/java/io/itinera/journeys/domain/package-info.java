/**
 * The thinking: {@link io.itinera.journeys.domain.Engine} takes one customer, one input and a
 * moment, and says what they are afterwards and what follows from it.
 */
@NullMarked
package io.itinera.journeys.domain;

import org.jspecify.annotations.NullMarked;
