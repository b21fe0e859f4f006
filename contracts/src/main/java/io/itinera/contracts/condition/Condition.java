package io.itinera.contracts.condition;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.itinera.contracts.Wire;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question about a customer that is true or false at any moment. On the wire each is an object
 * with one member, whose name says which: {@code {"trait": {"name": "country", "test": {"equals":
 * "JP"}}}}.
 */
@Wire
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Condition.All.class, name = "all"),
    @JsonSubTypes.Type(value = Condition.Any.class, name = "any"),
    @JsonSubTypes.Type(value = Condition.Not.class, name = "not"),
    @JsonSubTypes.Type(value = Condition.Trait.class, name = "trait"),
    @JsonSubTypes.Type(value = Condition.Performed.class, name = "performed"),
    @JsonSubTypes.Type(value = Condition.Property.class, name = "property"),
    @JsonSubTypes.Type(value = Condition.Trigger.class, name = "trigger")
})
public sealed interface Condition {

    /** Which condition it is, as on the wire. */
    default String kind() {
        return switch (this) {
            case All _ -> "all";
            case Any _ -> "any";
            case Not _ -> "not";
            case Trait _ -> "trait";
            case Performed _ -> "performed";
            case Property _ -> "property";
            case Trigger _ -> "trigger";
        };
    }

    /** True when every part is; an empty list is true. */
    record All(@JsonValue List<Condition> parts) implements Condition {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** True when at least one part is; an empty list is false. */
    record Any(@JsonValue List<Condition> parts) implements Condition {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** True when its part is not. */
    record Not(@JsonIgnore Condition part) implements Condition {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Not {}

        /** Says the part's kind itself: as this one's only value it would lose it to this one's. */
        @JsonAnyGetter
        Map<String, Object> json() {
            return Map.of(part.kind(), part);
        }
    }

    /** What is known of the customer passes a test. A dot in the name steps into an object. */
    record Trait(String name, Test test) implements Condition {}

    /**
     * The customer did something a number of times within a window.
     *
     * @param event the event's name; {@code $page}, {@code $identify} and their like for calls
     *     without one
     * @param times how often; at least once when absent
     * @param window within which time; ever when absent
     * @param where what each counted event must satisfy: {@link Property} alone, or joined by all,
     *     any, not
     */
    record Performed(
            String event,
            @JsonProperty(isRequired = OptBoolean.FALSE) Times times,
            @Nullable Window window,
            @Nullable Condition where)
            implements Condition {
        public Performed {
            times = times == null ? Times.ONCE : times;
        }
    }

    /** A property of the event in question: the one being counted, or the one that may trigger. */
    record Property(String name, Test test) implements Condition {}

    /** A property of the event that started the enrollment. */
    record Trigger(String name, Test test) implements Condition {}
}
