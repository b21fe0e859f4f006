/**
 * May we, and how do we, say it. Read {@link io.itinera.messaging.domain.delivery.DeliveryStep}
 * first, the life of a message as one function; then {@link io.itinera.messaging.Deliveries}, which
 * loads, decides and saves, {@code topics.MessagesTopic}, where requests come from, {@link
 * io.itinera.messaging.Dispatcher} and {@link io.itinera.messaging.HandOver}, which carry letters
 * to the provider and hear it out, and {@code letters}, where they are written. {@link
 * io.itinera.messaging.Library}, {@link io.itinera.messaging.Catalogue} and {@link
 * io.itinera.messaging.Consents} are what people do.
 */
@NullMarked
package io.itinera.messaging;

import org.jspecify.annotations.NullMarked;
