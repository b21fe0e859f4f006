/** How late each source's events are, and up to when they are likely all here. */
@NullMarked
package io.itinera.segmentation.domain.lag;

import org.jspecify.annotations.NullMarked;
