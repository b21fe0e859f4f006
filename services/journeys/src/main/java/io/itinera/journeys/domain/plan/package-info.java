/**
 * A journey as it is drawn: what is wrong with it, what it says in plain words, how a recipe makes
 * one, and {@link io.itinera.journeys.domain.plan.Version}, the compiled form that the engine runs.
 */
@NullMarked
package io.itinera.journeys.domain.plan;

import org.jspecify.annotations.NullMarked;
