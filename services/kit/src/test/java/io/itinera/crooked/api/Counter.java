package io.itinera.crooked.api;

/** Something at the HTTP edge. */
public final class Counter {}
