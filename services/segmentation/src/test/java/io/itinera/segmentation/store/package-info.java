/** The stores: stored bytes, limits, order. */
@NullMarked
package io.itinera.segmentation.store;

import org.jspecify.annotations.NullMarked;
