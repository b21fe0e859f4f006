/** What step one tells step two, and what one customer's partition tells another's. */
@NullMarked
package io.itinera.segmentation.domain.people;

import org.jspecify.annotations.NullMarked;
