/** Estimates, held against samples that are drawn. */
@NullMarked
package io.itinera.segmentation.domain.preview;

import org.jspecify.annotations.NullMarked;
