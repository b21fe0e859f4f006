package io.itinera.contracts.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.itinera.contracts.Wire;

/** A value of the events topic. */
@Wire
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Event.class, name = "event"),
    @JsonSubTypes.Type(value = Tick.class, name = "tick"),
    @JsonSubTypes.Type(value = LagReport.class, name = "lag")
})
public sealed interface EventsRecord permits Event, Tick, LagReport {}
