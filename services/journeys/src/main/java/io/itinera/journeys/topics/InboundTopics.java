package io.itinera.journeys.topics;

/**
 * The topics that the processor reads, as the broker calls them.
 *
 * @param activity what customers do
 * @param journeys published journeys
 * @param segments published segments and readiness
 * @param moves runs that change partitions
 */
record InboundTopics(String activity, String journeys, String segments, String moves) {}
