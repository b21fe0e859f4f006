/** One customer: what is known of them, what they did, and how an event changes it. */
@NullMarked
package io.itinera.segmentation.domain.customer;

import org.jspecify.annotations.NullMarked;
