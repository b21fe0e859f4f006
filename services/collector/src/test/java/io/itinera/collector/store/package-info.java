/** Facts about what the collector holds in memory. */
@NullMarked
package io.itinera.collector.store;

import org.jspecify.annotations.NullMarked;
