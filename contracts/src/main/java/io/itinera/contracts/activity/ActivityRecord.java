package io.itinera.contracts.activity;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.itinera.contracts.Wire;

/** A value of the activity topic. */
@Wire
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Activity.class, name = "activity"),
    @JsonSubTypes.Type(value = ActivityTick.class, name = "tick")
})
public sealed interface ActivityRecord permits Activity, ActivityTick {}
