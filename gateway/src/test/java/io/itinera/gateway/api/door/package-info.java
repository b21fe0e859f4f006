/** What the door does when nobody answers behind it. */
@NullMarked
package io.itinera.gateway.api.door;

import org.jspecify.annotations.NullMarked;
