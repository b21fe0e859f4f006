package io.itinera.contracts.definitions;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.itinera.contracts.Wire;

/** A value of the journeys topic; each stands in every partition of it. */
@Wire
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = JourneyDefinition.class, name = "version"),
    @JsonSubTypes.Type(value = JourneyHead.class, name = "head")
})
public sealed interface JourneysRecord permits JourneyDefinition, JourneyHead {}
