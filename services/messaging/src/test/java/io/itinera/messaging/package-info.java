/** Messaging over real servers: its topics, its routes, its mail. */
@NullMarked
package io.itinera.messaging;

import org.jspecify.annotations.NullMarked;
