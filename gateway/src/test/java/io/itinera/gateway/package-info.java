/** The gateway as its callers meet it, over HTTP, with real servers behind it. */
@NullMarked
package io.itinera.gateway;

import org.jspecify.annotations.NullMarked;
