/** A Kafka edge. */
@NullMarked
package io.itinera.crooked.topics;

import org.jspecify.annotations.NullMarked;
