/** The Kafka edge: tells the services about workspaces and sources. */
@NullMarked
package io.itinera.gateway.topics;

import org.jspecify.annotations.NullMarked;
