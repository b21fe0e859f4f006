/**
 * Benchmarks and fault scenarios against a running Itinera. Read {@link io.itinera.loadtests.Main}
 * first, then {@code bench} and {@code chaos}; {@code measure} is what both stand on.
 */
@NullMarked
package io.itinera.loadtests;

import org.jspecify.annotations.NullMarked;
