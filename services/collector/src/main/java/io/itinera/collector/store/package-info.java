/**
 * What the collector holds in memory, the write keys of every source and the newest events, and the
 * database, which may be away.
 */
@NullMarked
package io.itinera.collector.store;

import org.jspecify.annotations.NullMarked;
