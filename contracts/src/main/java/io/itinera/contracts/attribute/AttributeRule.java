package io.itinera.contracts.attribute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.itinera.contracts.Frozen;
import io.itinera.contracts.Wire;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a trait follows from what is known of a customer. On the wire each is an object with one
 * member, whose name says which: {@code {"computed": {"of": "count", "event": "Order Completed"}}}.
 */
@Wire
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonSubTypes({
    @JsonSubTypes.Type(value = AttributeRule.Computed.class, name = "computed"),
    @JsonSubTypes.Type(value = AttributeRule.Rfm.class, name = "rfm"),
    @JsonSubTypes.Type(value = AttributeRule.Stages.class, name = "stages"),
    @JsonSubTypes.Type(value = AttributeRule.Score.class, name = "score"),
    @JsonSubTypes.Type(value = AttributeRule.Reminders.class, name = "reminders"),
    @JsonSubTypes.Type(value = AttributeRule.Schedule.class, name = "schedule")
})
public sealed interface AttributeRule {

    /**
     * One value made of all the events of a name.
     *
     * @param of which value
     * @param event the events' name
     * @param property the property that it is made of; none for a count. A dot steps into an object
     * @param window within which time; ever when absent
     * @param where what each event must satisfy: {@link Condition.Property} alone, or joined by
     *     all, any, not
     */
    record Computed(
            Of of,
            String event,
            @Nullable String property,
            @Nullable Window window,
            @Nullable Condition where)
            implements AttributeRule {

        /** Values that many events make, named as on the wire. */
        public enum Of {
            /** How many events there are; 0 without any. */
            count,
            /** All numbers together. */
            sum,
            /** The sum divided by how many numbers there are. */
            average,
            /** The smallest number. */
            minimum,
            /** The largest number. */
            maximum,
            /** The value of the earliest event that has one. */
            first,
            /** The value of the latest event that has one. */
            last,
            /** The value that most events have; of several, the one seen last. */
            mostFrequent,
            /** The different values, the one seen last first; at most 20. */
            unique
        }
    }

    /**
     * Recency, frequency and monetary value of what the customer bought, with a score from 1 to 5
     * each: one more than the number of bounds that are reached.
     *
     * @param event the purchase
     * @param property its amount
     * @param window within which time; ever when absent
     * @param recency how many days ago the last purchase may lie at most for 5, 4, 3 and 2
     * @param frequency how many purchases there must be for 2, 3, 4 and 5
     * @param monetary how much they must come to for 2, 3, 4 and 5
     */
    record Rfm(
            String event,
            String property,
            @Nullable Window window,
            @JsonProperty(isRequired = OptBoolean.TRUE) List<Integer> recency,
            @JsonProperty(isRequired = OptBoolean.TRUE) List<Integer> frequency,
            @JsonProperty(isRequired = OptBoolean.TRUE) List<BigDecimal> monetary)
            implements AttributeRule {
        public Rfm {
            recency = Frozen.list(recency);
            frequency = Frozen.list(frequency);
            monetary = Frozen.list(monetary);
        }
    }

    /**
     * How far a customer has come: the last stage whose rule holds.
     *
     * @param stages in order, the first one first
     * @param backwards whether a customer may fall back to an earlier stage
     */
    record Stages(
            @JsonProperty(isRequired = OptBoolean.TRUE) List<Stage> stages,
            @JsonProperty(isRequired = OptBoolean.FALSE)
                    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
                    boolean backwards)
            implements AttributeRule {
        public Stages {
            stages = Frozen.list(stages);
        }
    }

    /**
     * A number from 0 to 100: the mean of its factors' points by their weights.
     *
     * @param factors what it is made of; one of whom nothing is known is left out
     * @param levels the levels of risk that follow from it
     * @param step how far it must move until that is told; 1 when absent
     */
    record Score(
            @JsonProperty(isRequired = OptBoolean.TRUE) List<Factor> factors,
            @Nullable RiskLevels levels,
            @Nullable Integer step)
            implements AttributeRule {
        public Score {
            factors = Frozen.list(factors);
        }
    }

    /**
     * Something that is told so and so long before a date, once for each date.
     *
     * @param tells the name under which it is told
     * @param of which date
     * @param before how long before it; nothing for the date itself
     */
    record Reminders(
            String tells,
            DateSource of,
            @JsonProperty(isRequired = OptBoolean.TRUE) List<Duration> before)
            implements AttributeRule {
        public Reminders {
            before = Frozen.list(before);
        }
    }

    /**
     * Something that is told to every member of a segment at a time, so that a journey can begin
     * with it.
     *
     * @param tells the name under which it is told
     * @param segment whose members, as they are at that time
     * @param at when
     * @param every how long until the next time; once when absent
     * @param over how long it takes until everyone was told, each at a moment of their own; all at
     *     once when absent
     */
    record Schedule(
            String tells,
            String segment,
            Instant at,
            @Nullable Duration every,
            @Nullable Duration over)
            implements AttributeRule {}
}
