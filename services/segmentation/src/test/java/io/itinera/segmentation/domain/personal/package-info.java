/** Who may ask how often. */
@NullMarked
package io.itinera.segmentation.domain.personal;

import org.jspecify.annotations.NullMarked;
