package io.itinera.contracts.attribute;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import io.itinera.contracts.Frozen;
import io.itinera.contracts.Wire;
import java.math.BigDecimal;
import java.util.List;

/** Turns a number into points from 0 to 100. */
@Wire
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Scale.Linear.class, name = "linear"),
    @JsonSubTypes.Type(value = Scale.Bands.class, name = "bands")
})
public sealed interface Scale {

    /**
     * A straight line between two numbers, either of which may be the larger, and level beyond
     * them.
     *
     * @param worst the number that gives nothing
     * @param best the number that gives 100
     */
    record Linear(BigDecimal worst, BigDecimal best) implements Scale {}

    /** The points of the highest band that the number reaches; none below all of them. */
    record Bands(@JsonValue List<Band> bands) implements Scale {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Bands {
            bands = Frozen.list(bands);
        }
    }

    /**
     * Numbers that give the same points.
     *
     * @param atLeast the smallest of them
     * @param points how many, 0 to 100
     */
    record Band(BigDecimal atLeast, BigDecimal points) {}
}
