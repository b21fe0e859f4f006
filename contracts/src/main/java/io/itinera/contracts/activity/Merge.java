package io.itinera.contracts.activity;

import io.itinera.contracts.Wire;
import java.util.UUID;

/**
 * Two customers found to be one. It is told twice: on the partition of {@code from} when that one
 * ends, and on that of {@code into} when everything known has arrived there.
 *
 * @param from the customer that ends
 * @param into the customer that goes on
 */
@Wire
public record Merge(UUID from, UUID into) {}
