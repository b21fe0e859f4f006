/** Facts about Google Analytics. */
@NullMarked
package io.itinera.collector.dialects.ga4;

import org.jspecify.annotations.NullMarked;
