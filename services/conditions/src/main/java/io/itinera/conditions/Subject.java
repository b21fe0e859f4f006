package io.itinera.conditions;

import io.itinera.contracts.condition.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * The customer that a condition is asked about, at one moment. Who has the customer's history
 * answers questions from it (see {@link Question#answer}); who has only answers of others looks
 * those up.
 */
public interface Subject {

    /** Who it is. */
    UUID customer();

    /** The moment of the question, in whole milliseconds. */
    Instant now();

    /** What is known of them. */
    Map<String, Object> traits();

    /** What is known of their account; empty where they have none. */
    Map<String, Object> account();

    /** The properties of the event in question; empty where there is none. */
    Map<String, Object> event();

    /** The properties of the event that started the enrollment; empty where there is none. */
    Map<String, Object> trigger();

    /** Whether they are in a segment. */
    boolean isIn(String segment);

    /** Whether they stand so with a journey. */
    boolean stands(UUID journey, Condition.Journey.State state);

    /**
     * The runs by which they stand so, newest first, for somebody who asks why; none where only the
     * answer is known.
     */
    default List<Explanation.Seen> runs(UUID journey, Condition.Journey.State state) {
        return List.of();
    }

    /**
     * The answer to what is asked of their account. Whoever knows its traits has them asked.
     *
     * @param asking asks the traits of a subject's account
     */
    default Verdict answer(Condition.Account asked, Function<Subject, Verdict> asking) {
        return asking.apply(this);
    }

    /** The answer to a question about what they did. */
    Verdict answer(Question question);
}
