/** A journey while it is written, and how a version of it comes to be published. */
@NullMarked
package io.itinera.journeys.domain.draft;

import org.jspecify.annotations.NullMarked;
