/** What customers read. */
@NullMarked
package io.itinera.messaging.domain.rendering;

import org.jspecify.annotations.NullMarked;
