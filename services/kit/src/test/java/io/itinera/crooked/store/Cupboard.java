package io.itinera.crooked.store;

/** Something in a store that others must not reach for. */
public final class Cupboard {}
