package io.itinera.contracts.condition;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.itinera.contracts.Wire;
import java.util.List;

/**
 * What one value must satisfy. An absent or null value passes none of them but a false {@link
 * Exists}. Numbers compare by value, texts exactly and by code point; values of two kinds are
 * neither equal nor ordered. A value is a moment when it is a date with a time, a date (the start
 * of its day), both ISO-8601 and in UTC where they name no zone, or a number above {@value
 * #LAST_NUMBER_THAT_IS_NO_MOMENT}: milliseconds since 1970. On the wire each is an object with one
 * member, whose name says which: {@code {"equals": "JP"}}.
 */
@Wire
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
    @JsonSubTypes.Type(Test.Equals.class),
    @JsonSubTypes.Type(Test.In.class),
    @JsonSubTypes.Type(Test.Contains.class),
    @JsonSubTypes.Type(Test.StartsWith.class),
    @JsonSubTypes.Type(Test.LessThan.class),
    @JsonSubTypes.Type(Test.AtMost.class),
    @JsonSubTypes.Type(Test.AtLeast.class),
    @JsonSubTypes.Type(Test.MoreThan.class),
    @JsonSubTypes.Type(Test.Exists.class),
    @JsonSubTypes.Type(Test.Matches.class),
    @JsonSubTypes.Type(Test.Before.class),
    @JsonSubTypes.Type(Test.After.class),
    @JsonSubTypes.Type(Test.Anniversary.class),
    @JsonSubTypes.Type(Test.Near.class)
})
public sealed interface Test {
    /** Larger numbers are moments, in milliseconds since 1970; this one is in March 1973. */
    long LAST_NUMBER_THAT_IS_NO_MOMENT = 100_000_000_000L;

    /** The same value. */
    record Equals(@JsonProperty("equals") Operand to) implements Test {}

    /** One of these values. */
    record In(@JsonProperty("in") List<Object> values) implements Test {
        public In {
            values = List.copyOf(values);
        }
    }

    /** A text that has this one in it, or a list that has this element. */
    record Contains(@JsonProperty("contains") Operand part) implements Test {}

    /** A text that starts with this one. */
    record StartsWith(@JsonProperty("startsWith") Operand prefix) implements Test {}

    /** Below this number. */
    record LessThan(@JsonProperty("lessThan") Operand bound) implements Test {}

    /** This number or below. */
    record AtMost(@JsonProperty("atMost") Operand bound) implements Test {}

    /** This number or above. */
    record AtLeast(@JsonProperty("atLeast") Operand bound) implements Test {}

    /** Above this number. */
    record MoreThan(@JsonProperty("moreThan") Operand bound) implements Test {}

    /** Known at all, or, when false, not known. */
    record Exists(@JsonProperty("exists") boolean expected) implements Test {}

    /** A text that has this pattern in it, in the syntax of RE2. */
    record Matches(@JsonProperty("matches") String pattern) implements Test {}

    /** A moment that is earlier than this one. */
    record Before(@JsonProperty("before") Moment bound) implements Test {}

    /** A moment that is later than this one. */
    record After(@JsonProperty("after") Moment bound) implements Test {}

    /** A moment whose day comes round soon. */
    record Anniversary(@JsonProperty("anniversary") Coming coming) implements Test {}

    /** A place, with {@code latitude} and {@code longitude}, that lies in this circle. */
    record Near(@JsonProperty("near") Circle circle) implements Test {}
}
