package io.itinera.crooked.topics;

/** Something at the Kafka edge. */
public final class Letterbox {}
