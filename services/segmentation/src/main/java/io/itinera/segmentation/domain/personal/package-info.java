/** How often somebody may ask. */
@NullMarked
package io.itinera.segmentation.domain.personal;

import org.jspecify.annotations.NullMarked;
