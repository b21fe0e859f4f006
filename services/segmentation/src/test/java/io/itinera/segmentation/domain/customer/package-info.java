/** A customer's life by example and by property. */
@NullMarked
package io.itinera.segmentation.domain.customer;

import org.jspecify.annotations.NullMarked;
