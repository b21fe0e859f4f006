/** A Kafka node in its own process. */
@NullMarked
package io.itinera.stack.broker;

import org.jspecify.annotations.NullMarked;
