/** Facts about what dialects share. */
@NullMarked
package io.itinera.collector.dialects;

import org.jspecify.annotations.NullMarked;
