/** The HTTP edge: journeys as their authors write them, recipes, and who is inside. */
@NullMarked
package io.itinera.journeys.api;

import org.jspecify.annotations.NullMarked;
