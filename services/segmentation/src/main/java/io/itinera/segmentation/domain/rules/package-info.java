/** What a customer is asked: segments, journeys' hidden conditions, and journeys' bound ones. */
@NullMarked
package io.itinera.segmentation.domain.rules;

import org.jspecify.annotations.NullMarked;
