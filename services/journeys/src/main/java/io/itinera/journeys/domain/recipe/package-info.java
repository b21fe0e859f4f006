/** Journeys that need only be filled in. */
@NullMarked
package io.itinera.journeys.domain.recipe;

import org.jspecify.annotations.NullMarked;
