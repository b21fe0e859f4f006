/** Workspaces and sources, as their owner publishes them. */
@NullMarked
package io.itinera.contracts.settings;

import org.jspecify.annotations.NullMarked;
