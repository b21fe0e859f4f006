/** Compacted topics as tables in memory. */
@NullMarked
package io.itinera.kit.tables;

import org.jspecify.annotations.NullMarked;
