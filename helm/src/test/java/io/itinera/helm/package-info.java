/** Proof that the chart lints, renders, and renders what a cluster takes. */
@NullMarked
package io.itinera.helm;

import org.jspecify.annotations.NullMarked;
