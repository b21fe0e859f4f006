/** What customers read. */
@NullMarked
package io.itinera.messaging.letters;

import org.jspecify.annotations.NullMarked;
