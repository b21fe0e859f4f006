/** Segmentation as a running service. */
@NullMarked
package io.itinera.segmentation;

import org.jspecify.annotations.NullMarked;
