/** Jitsu: Segment's calls under other paths. */
@NullMarked
package io.itinera.collector.dialects.jitsu;

import org.jspecify.annotations.NullMarked;
