/** What the gateway answers itself: who am I, workspaces, members, sources. */
@NullMarked
package io.itinera.gateway.api;

import org.jspecify.annotations.NullMarked;
