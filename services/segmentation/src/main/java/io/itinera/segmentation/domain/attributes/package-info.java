/** Traits that follow from what is known of a customer: how each is made, and when it changes. */
@NullMarked
package io.itinera.segmentation.domain.attributes;

import org.jspecify.annotations.NullMarked;
