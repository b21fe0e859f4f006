/** What holds, by example. */
@NullMarked
package io.itinera.segmentation.domain.rules;

import org.jspecify.annotations.NullMarked;
