/** The tracking plan's own facts. */
@NullMarked
package io.itinera.collector.plan;

import org.jspecify.annotations.NullMarked;
