/** Facts about CloudEvents. */
@NullMarked
package io.itinera.collector.dialects.cloudevents;

import org.jspecify.annotations.NullMarked;
