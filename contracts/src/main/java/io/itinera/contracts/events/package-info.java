/** What was collected, how late it was, and the ticks that carry time with it. */
@NullMarked
package io.itinera.contracts.events;

import org.jspecify.annotations.NullMarked;
