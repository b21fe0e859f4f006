/** A service that breaks every rule of the house, one class for each. */
@NullMarked
package io.itinera.crooked;

import org.jspecify.annotations.NullMarked;
