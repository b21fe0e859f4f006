package io.itinera.contracts.condition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import io.itinera.contracts.Wire;
import java.util.List;

/**
 * What one value must satisfy. An absent or null value passes none of them but a false {@link
 * Exists}. Numbers compare by value, texts exactly and by code point; values of two kinds are
 * neither equal nor ordered.
 */
@Wire
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Test.Equals.class, name = "equals"),
    @JsonSubTypes.Type(value = Test.In.class, name = "in"),
    @JsonSubTypes.Type(value = Test.Contains.class, name = "contains"),
    @JsonSubTypes.Type(value = Test.StartsWith.class, name = "startsWith"),
    @JsonSubTypes.Type(value = Test.LessThan.class, name = "lessThan"),
    @JsonSubTypes.Type(value = Test.AtMost.class, name = "atMost"),
    @JsonSubTypes.Type(value = Test.AtLeast.class, name = "atLeast"),
    @JsonSubTypes.Type(value = Test.MoreThan.class, name = "moreThan"),
    @JsonSubTypes.Type(value = Test.Exists.class, name = "exists")
})
public sealed interface Test {

    /** The same value. */
    record Equals(@JsonValue Operand to) implements Test {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Equals {}
    }

    /** One of these values. */
    record In(@JsonValue List<Object> values) implements Test {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public In {
            values = List.copyOf(values);
        }
    }

    /** A text that has this one in it, or a list that has this element. */
    record Contains(@JsonValue Operand part) implements Test {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Contains {}
    }

    /** A text that starts with this one. */
    record StartsWith(@JsonValue Operand prefix) implements Test {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public StartsWith {}
    }

    /** Below this number. */
    record LessThan(@JsonValue Operand bound) implements Test {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public LessThan {}
    }

    /** This number or below. */
    record AtMost(@JsonValue Operand bound) implements Test {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public AtMost {}
    }

    /** This number or above. */
    record AtLeast(@JsonValue Operand bound) implements Test {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public AtLeast {}
    }

    /** Above this number. */
    record MoreThan(@JsonValue Operand bound) implements Test {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public MoreThan {}
    }

    /** Known at all, or, when false, not known. */
    record Exists(@JsonValue boolean expected) implements Test {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Exists {}
    }
}
