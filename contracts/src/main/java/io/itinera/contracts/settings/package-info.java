/** Workspaces, sources with their lag, and suppressed identities, as their owners publish them. */
@NullMarked
package io.itinera.contracts.settings;

import org.jspecify.annotations.NullMarked;
