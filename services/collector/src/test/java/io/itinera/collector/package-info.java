/** The collector as clients and the broker see it. */
@NullMarked
package io.itinera.collector;

import org.jspecify.annotations.NullMarked;
