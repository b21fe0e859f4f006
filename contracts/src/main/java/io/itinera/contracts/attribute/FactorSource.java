package io.itinera.contracts.attribute;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import io.itinera.contracts.Wire;

/** Where a factor's number comes from. */
@Wire
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @JsonSubTypes.Type(value = FactorSource.Trait.class, name = "trait"),
    @JsonSubTypes.Type(value = FactorSource.DaysSince.class, name = "daysSince")
})
public sealed interface FactorSource {

    /** A trait that is a number, be it sent or computed; true is 1 and false 0. */
    record Trait(@JsonValue String name) implements FactorSource {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Trait {}
    }

    /** How many days ago the customer did something last, with fractions. */
    record DaysSince(@JsonValue String event) implements FactorSource {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public DaysSince {}
    }
}
