package io.itinera.journeys.domain.draft;

import io.itinera.contracts.definitions.JourneyDefinition;

/**
 * A version that was published.
 *
 * @param definition the version
 * @param by the person who published it
 */
public record Published(JourneyDefinition definition, String by) {}
