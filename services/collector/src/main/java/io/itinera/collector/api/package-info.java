/** The HTTP edge: collection for tracking clients, and the newest events for people. */
@NullMarked
package io.itinera.collector.api;

import org.jspecify.annotations.NullMarked;
