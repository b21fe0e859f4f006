/** The HTTP edge: segments, customers and conditions. */
@NullMarked
package io.itinera.segmentation.api;

import org.jspecify.annotations.NullMarked;
