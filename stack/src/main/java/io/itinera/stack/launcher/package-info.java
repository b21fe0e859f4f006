/** The commands of {@code ./itinera}. */
@NullMarked
package io.itinera.stack.launcher;

import org.jspecify.annotations.NullMarked;
