/** Facts about how late sources are. */
@NullMarked
package io.itinera.segmentation.domain.lag;

import org.jspecify.annotations.NullMarked;
