package io.itinera.contracts.erasures;

import io.itinera.contracts.Wire;

/**
 * How much was taken out of one store.
 *
 * @param store what was kept there
 * @param count how many of it
 */
@Wire
public record Removed(String store, long count) {}
