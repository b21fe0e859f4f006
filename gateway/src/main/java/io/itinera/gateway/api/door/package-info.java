/** Who may pass: login, cross-site checks, membership and rights. */
@NullMarked
package io.itinera.gateway.api.door;

import org.jspecify.annotations.NullMarked;
