/** The Kafka edge: events and quarantine go out, sources come in. */
@NullMarked
package io.itinera.collector.topics;

import org.jspecify.annotations.NullMarked;
