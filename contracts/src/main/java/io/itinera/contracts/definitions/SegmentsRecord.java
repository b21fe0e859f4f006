package io.itinera.contracts.definitions;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.itinera.contracts.Wire;

/** A value of the segments topic; each stands in every partition of it. */
@Wire
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SegmentDefinition.class, name = "version"),
    @JsonSubTypes.Type(value = AttributeDefinition.class, name = "attribute"),
    @JsonSubTypes.Type(value = SegmentHead.class, name = "head"),
    @JsonSubTypes.Type(value = SegmentReadiness.class, name = "readiness"),
    @JsonSubTypes.Type(value = IdentityRules.class, name = "identities")
})
public sealed interface SegmentsRecord
        permits SegmentDefinition,
                AttributeDefinition,
                SegmentHead,
                SegmentReadiness,
                IdentityRules {}
