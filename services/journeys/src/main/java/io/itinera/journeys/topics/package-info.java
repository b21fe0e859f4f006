/**
 * The Kafka edge: the topology, whose one processor hands records to the shell, and the sinks that
 * effects leave by.
 */
@NullMarked
package io.itinera.journeys.topics;

import org.jspecify.annotations.NullMarked;
