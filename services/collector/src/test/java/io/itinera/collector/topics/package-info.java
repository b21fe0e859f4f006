/** Facts about the Kafka edge. */
@NullMarked
package io.itinera.collector.topics;

import org.jspecify.annotations.NullMarked;
