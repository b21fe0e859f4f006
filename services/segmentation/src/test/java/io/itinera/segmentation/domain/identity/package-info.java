/** Recognition by example and by property. */
@NullMarked
package io.itinera.segmentation.domain.identity;

import org.jspecify.annotations.NullMarked;
