/** Facts about rates. */
@NullMarked
package io.itinera.collector.limits;

import org.jspecify.annotations.NullMarked;
