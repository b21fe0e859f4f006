/** The api room's facts. */
@NullMarked
package io.itinera.collector.api;

import org.jspecify.annotations.NullMarked;
