package io.itinera.messaging.domain;

import java.time.Instant;

/**
 * What we were told ourselves about an address.
 *
 * @param channel the channel's name
 * @param address the address, in lower case
 * @param granted true for yes
 * @param at when we were told
 */
public record AddressConsent(String channel, String address, boolean granted, Instant at) {}
