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
import io.itinera.contracts.Frozen;
import io.itinera.contracts.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    @JsonSubTypes.Type(value = Condition.Trigger.class, name = "trigger"),
    @JsonSubTypes.Type(value = Condition.Aggregate.class, name = "aggregate"),
    @JsonSubTypes.Type(value = Condition.Occurrence.class, name = "occurrence"),
    @JsonSubTypes.Type(value = Condition.Sequence.class, name = "sequence"),
    @JsonSubTypes.Type(value = Condition.Unfollowed.class, name = "unfollowed"),
    @JsonSubTypes.Type(value = Condition.Message.class, name = "message"),
    @JsonSubTypes.Type(value = Condition.Segment.class, name = "segment"),
    @JsonSubTypes.Type(value = Condition.Account.class, name = "account"),
    @JsonSubTypes.Type(value = Condition.Journey.class, name = "journey"),
    @JsonSubTypes.Type(value = Condition.Bucket.class, name = "bucket")
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
            case Aggregate _ -> "aggregate";
            case Occurrence _ -> "occurrence";
            case Sequence _ -> "sequence";
            case Unfollowed _ -> "unfollowed";
            case Message _ -> "message";
            case Segment _ -> "segment";
            case Account _ -> "account";
            case Journey _ -> "journey";
            case Bucket _ -> "bucket";
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

    /**
     * A number made of a property of all the events that the customer did within a window. Without
     * any value it is not known, and passes only a false {@link Test.Exists}.
     *
     * @param of which number
     * @param event the events' name
     * @param property the property; a dot steps into an object
     * @param window within which time; ever when absent
     * @param where what each event must satisfy
     * @param test what the number must satisfy
     */
    record Aggregate(
            Of of,
            String event,
            String property,
            @Nullable Window window,
            @Nullable Condition where,
            Test test)
            implements Condition {

        /** Numbers that many values make. All but {@link #distinct} leave out what is no number. */
        public enum Of {
            /** All of them together. */
            sum,
            /** Their sum divided by how many they are, to 34 digits. */
            average,
            /** The smallest. */
            minimum,
            /** The largest. */
            maximum,
            /** How many different texts, numbers and truth values there are. */
            distinct
        }
    }

    /**
     * When the customer did something for the first or for the last time passes a test.
     *
     * @param which the first time or the last
     * @param event the event's name
     * @param where what the event must satisfy
     * @param test what its time must satisfy
     */
    record Occurrence(Which which, String event, @Nullable Condition where, Test test)
            implements Condition {

        /** One of all the times that something was done. */
        public enum Which {
            /** The earliest that history has. */
            first,
            /** The latest. */
            last
        }
    }

    /**
     * The customer took steps one after the other, each at a later moment than the one before.
     *
     * @param steps what they did, in order; 2 to 5
     * @param within how long after the first step the last may be
     * @param window within which time all of them lie; ever when absent
     */
    record Sequence(
            @JsonProperty(isRequired = OptBoolean.TRUE) List<Step> steps,
            Duration within,
            @Nullable Window window)
            implements Condition {
        public Sequence {
            steps = Frozen.list(steps);
        }
    }

    /**
     * The customer did something, and has not done something else since the last time.
     *
     * @param did what they did
     * @param by what they did not do at any later moment
     * @param after how long ago the last time must be; any time when absent
     * @param window within which time it must be; ever when absent
     */
    record Unfollowed(Step did, Step by, @Nullable Duration after, @Nullable Window window)
            implements Condition {}

    /**
     * Something came of our messages to the customer a number of times.
     *
     * @param outcome what came of them
     * @param journey the journey that sent them; any when absent
     * @param template the template that they were written with; any when absent
     * @param times how often; at least once when absent
     * @param window within which time; ever when absent
     */
    record Message(
            MessageOutcome outcome,
            @Nullable UUID journey,
            @Nullable UUID template,
            @JsonProperty(isRequired = OptBoolean.FALSE) Times times,
            @Nullable Window window)
            implements Condition {
        public Message {
            times = times == null ? Times.ONCE : times;
        }
    }

    /** The customer is in a segment, be it a rule's or a list kept by hand. */
    record Segment(@JsonValue String id) implements Condition {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Segment {}
    }

    /**
     * What is known of the account that the customer was said last to belong to passes a test. A
     * dot steps into an object.
     */
    record Account(String name, Test test) implements Condition {}

    /**
     * The customer stands so with a journey.
     *
     * @param id the journey
     * @param state how
     */
    record Journey(UUID id, State state) implements Condition {

        /** How a customer can stand with a journey. */
        public enum State {
            /** A run is under way. */
            in,
            /** A run has ended. */
            finished,
            /** A run has reached its goal. */
            converted
        }
    }

    /**
     * The customer is in a part of everybody that chance, and nothing else, has chosen; and stays
     * in it.
     *
     * @param salt names the division; two divisions have nothing to do with one another
     * @param from where the part begins, in hundredths of a percent, 0 to 9999
     * @param below where it ends, itself not included, 1 to 10000
     */
    record Bucket(String salt, int from, int below) implements Condition {}
}
