/** Traits that a workspace derives from what it knows: how each of them is made. */
@NullMarked
package io.itinera.contracts.attribute;

import org.jspecify.annotations.NullMarked;
