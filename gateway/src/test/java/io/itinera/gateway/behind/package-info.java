/**
 * What stands behind the gateway in its tests: servers that really listen, and people with tokens.
 */
@NullMarked
package io.itinera.gateway.behind;

import org.jspecify.annotations.NullMarked;
