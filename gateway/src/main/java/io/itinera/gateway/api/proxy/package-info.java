/** The way through to the services: one passage per request, with a token of its own. */
@NullMarked
package io.itinera.gateway.api.proxy;

import org.jspecify.annotations.NullMarked;
