package io.itinera.conditions;

import io.itinera.contracts.condition.Condition.Aggregate;
import io.itinera.contracts.condition.Condition.Occurrence;
import io.itinera.contracts.condition.MessageOutcome;
import io.itinera.contracts.condition.Times;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one language says questions about what a customer did. A window and a filter are empty where
 * there is none.
 */
interface QuestionPhrases {

    String did(String event, Times times, String window, String where);

    String didNot(String event, Times times, String window, String where);

    String last(Duration length);

    String sinceTrigger();

    String aggregate(
            Aggregate.Of of,
            String property,
            String event,
            String window,
            String where,
            String test);

    String occurrence(Occurrence.Which which, String event, String where, String test);

    String step(String event, String where);

    String sequence(List<String> steps, Duration within, String window);

    String unfollowed(String did, String by, @Nullable Duration after, String window);

    String message(
            MessageOutcome outcome,
            @Nullable String journey,
            @Nullable String template,
            Times times,
            String window);
}
