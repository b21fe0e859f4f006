/**
 * How late the events of each source are: counted where they are taken, told once a minute to every
 * partition of events, and at once when a source declares itself complete.
 */
@NullMarked
package io.itinera.collector.lag;

import org.jspecify.annotations.NullMarked;
