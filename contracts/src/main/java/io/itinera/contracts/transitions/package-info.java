/** Every step of every enrollment, and every gate's verdict, with its reason. */
@NullMarked
package io.itinera.contracts.transitions;

import org.jspecify.annotations.NullMarked;
