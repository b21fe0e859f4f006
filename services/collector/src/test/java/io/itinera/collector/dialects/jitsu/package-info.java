/** Facts about Jitsu. */
@NullMarked
package io.itinera.collector.dialects.jitsu;

import org.jspecify.annotations.NullMarked;
