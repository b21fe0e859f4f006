/** The Kafka edge: what journeys ask for, and the settings of workspaces. */
@NullMarked
package io.itinera.messaging.topics;

import org.jspecify.annotations.NullMarked;
