package io.itinera.conditions;

import io.itinera.contracts.condition.Condition.Aggregate;
import io.itinera.contracts.condition.Condition.Occurrence;
import io.itinera.contracts.condition.MessageOutcome;
import io.itinera.contracts.condition.Times;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says questions about what a customer did in English. */
final class EnglishQuestions implements QuestionPhrases {

    @Override
    public String did(String event, Times times, String window, String where) {
        return "did “" + event + "”" + often(times) + window + filtered(where);
    }

    @Override
    public String didNot(String event, Times times, String window, String where) {
        return "did not do “" + event + "”" + often(times) + window + filtered(where);
    }

    private static String often(Times times) {
        if (times.equals(Times.ONCE)) {
            return "";
        }
        Integer most = times.atMost();
        if (most == null) {
            return " at least " + count(times.atLeast());
        }
        if (most == times.atLeast()) {
            return " exactly " + count(most);
        }
        return times.atLeast() == 0
                ? " at most " + count(most)
                : " " + times.atLeast() + " to " + count(most);
    }

    private static String count(int times) {
        return times == 1 ? "once" : times + " times";
    }

    private static String filtered(String where) {
        return where.isEmpty() ? "" : " where " + where;
    }

    private static String aside(String where) {
        return where.isEmpty() ? "" : " (where " + where + ")";
    }

    @Override
    public String last(Duration duration) {
        Length length = Length.of(duration);
        return " in the last "
                + (length.count() == 1 ? EnglishTests.unit(length) : EnglishTests.length(duration));
    }

    @Override
    public String sinceTrigger() {
        return " since the trigger";
    }

    @Override
    public String aggregate(
            Aggregate.Of of,
            String property,
            String event,
            String window,
            String where,
            String test) {
        String number =
                switch (of) {
                    case sum -> "the sum of ";
                    case average -> "the average of ";
                    case minimum -> "the smallest ";
                    case maximum -> "the largest ";
                    case distinct -> "the number of different values of ";
                };
        return number + property + " over “" + event + "”" + window + aside(where) + " " + test;
    }

    @Override
    public String occurrence(Occurrence.Which which, String event, String where, String test) {
        return "the " + which + " “" + event + "”" + aside(where) + " " + test;
    }

    @Override
    public String step(String event, String where) {
        return "“" + event + "”" + aside(where);
    }

    @Override
    public String sequence(List<String> steps, Duration within, String window) {
        return "did "
                + String.join(", then ", steps)
                + ", all within "
                + EnglishTests.length(within)
                + window;
    }

    @Override
    public String unfollowed(String did, String by, @Nullable Duration after, String window) {
        String ago = after == null ? "" : ", at least " + EnglishTests.length(after) + " ago,";
        return "last did " + did + window + ago + " without " + by + " since";
    }

    @Override
    public String message(
            MessageOutcome outcome,
            @Nullable String journey,
            @Nullable String template,
            Times times,
            String window) {
        String what =
                switch (outcome) {
                    case sent -> "was sent a message";
                    case delivered -> "received a message";
                    case opened -> "opened a message";
                    case clicked -> "clicked in a message";
                    case bounced -> "had a message bounce";
                    case complained -> "complained about a message";
                    case unsubscribed -> "unsubscribed by a message";
                    case failed -> "had a message fail";
                };
        return what
                + (template == null ? "" : " with template “" + template + "”")
                + (journey == null ? "" : " from journey “" + journey + "”")
                + often(times)
                + window;
    }
}
