package io.itinera.contracts.activity;

import io.itinera.contracts.Wire;
import java.time.Instant;

/**
 * Whether marketing may reach the customer by a channel.
 *
 * @param granted true when they said yes
 * @param at when they said so; of two, the later one holds
 */
@Wire
public record Consent(boolean granted, Instant at) {}
