package io.itinera.journeys.domain.plan;

import io.itinera.conditions.Compiled;

/**
 * An exclude or an exit, compiled.
 *
 * @param name by which reasons speak of it
 * @param when its condition
 */
public record NamedRule(String name, Compiled when) {}
