/** How large a segment would be, from all customers or from a sample of them. */
@NullMarked
package io.itinera.segmentation.domain.preview;

import org.jspecify.annotations.NullMarked;
