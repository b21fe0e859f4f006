package io.itinera.contracts.definitions;

import io.itinera.contracts.Wire;
import java.util.UUID;

/**
 * Which version of a journey newcomers take, and whether they may.
 *
 * @param id the journey
 * @param workspace the tenant
 * @param version the version for newcomers
 * @param state whether it takes newcomers and lets those inside go on
 */
@Wire
public record JourneyHead(UUID id, String workspace, int version, JourneyState state)
        implements JourneysRecord {}
