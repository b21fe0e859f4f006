/** The HTTP edge: templates, catalogue, deliveries and consent, and what customers reach. */
@NullMarked
package io.itinera.messaging.api;

import org.jspecify.annotations.NullMarked;
