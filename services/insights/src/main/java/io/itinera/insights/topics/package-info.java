/** The Kafka edge: batches in, with the offsets that the store holds. */
@NullMarked
package io.itinera.insights.topics;

import org.jspecify.annotations.NullMarked;
