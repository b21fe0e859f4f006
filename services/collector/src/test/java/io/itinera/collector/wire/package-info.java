/** The wire room's facts. */
@NullMarked
package io.itinera.collector.wire;

import org.jspecify.annotations.NullMarked;
