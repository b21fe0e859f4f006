/** An HTTP edge that reaches past the shell. */
@NullMarked
package io.itinera.crooked.api;

import org.jspecify.annotations.NullMarked;
