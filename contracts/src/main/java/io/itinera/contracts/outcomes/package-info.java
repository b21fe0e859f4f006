/** What was done with a customer, told back to the loop. */
@NullMarked
package io.itinera.contracts.outcomes;

import org.jspecify.annotations.NullMarked;
