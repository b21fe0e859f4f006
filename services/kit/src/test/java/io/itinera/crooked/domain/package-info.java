/** Thinking that peeks at the clock. */
@NullMarked
package io.itinera.crooked.domain;

import org.jspecify.annotations.NullMarked;
