/**
 * The Kafka edge: tells the services about workspaces and sources, and follows how late sources
 * are.
 */
@NullMarked
package io.itinera.gateway.topics;

import org.jspecify.annotations.NullMarked;
