package io.itinera.messaging.domain.delivery;

/**
 * A delivery in a list, with its place in it.
 *
 * @param sequence grows from one delivery to the next
 * @param delivery the delivery
 */
public record DeliveryListing(long sequence, Delivery delivery) {}
