/** Facts about how lag is counted. */
@NullMarked
package io.itinera.collector.lag;

import org.jspecify.annotations.NullMarked;
