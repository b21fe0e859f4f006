/** A store that knows the edge. */
@NullMarked
package io.itinera.crooked.store;

import org.jspecify.annotations.NullMarked;
