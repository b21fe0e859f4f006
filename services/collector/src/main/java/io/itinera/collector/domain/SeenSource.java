package io.itinera.collector.domain;

import java.util.UUID;

/**
 * What came in under one name from one source.
 *
 * @param source where from
 * @param seen what was counted
 */
public record SeenSource(UUID source, Tally seen) {}
