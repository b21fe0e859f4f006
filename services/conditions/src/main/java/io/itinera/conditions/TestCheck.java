package io.itinera.conditions;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.itinera.contracts.condition.Circle;
import io.itinera.contracts.condition.Coming;
import io.itinera.contracts.condition.Moment;
import io.itinera.contracts.condition.Operand;
import io.itinera.contracts.condition.Test;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with a test, and what it mentions. */
final class TestCheck {
    private final Findings findings;
    private final Mentions mentions;

    TestCheck(Findings findings, Mentions mentions) {
        this.findings = findings;
        this.mentions = mentions;
    }

    /** What is being tested, which decides what may be asked of it. */
    enum Of {
        /** A value of which nothing is known, asked about again when time may turn it. */
        ANYTHING,
        /** A property of one of many events, asked about once. */
        EVENT,
        /** A number. */
        NUMBER,
        /** The time of an event. */
        TIME
    }

    /** The probe of a test; of one that is not sound, one that nothing passes. */
    Probe probe(@Nullable Test test, Of of, String path) {
        if (test == null) {
            findings.flaw(path, "a test is missing");
            return Probe.NOTHING;
        }
        check(test, path);
        boolean fits =
                switch (of) {
                    case ANYTHING -> true;
                    case EVENT -> lasts(test, path);
                    case NUMBER -> asksANumber(test, path);
                    case TIME -> asksATime(test, path);
                };
        if (turns(test)) {
            mentions.theTime();
        }
        return fits && findings.none() ? Probes.of(test) : Probe.NOTHING;
    }

    private void check(Test test, String path) {
        switch (test) {
            case Test.In in -> listed(in.values(), path + "/in");
            case Test.Equals equals -> operand(equals.to(), path + "/equals");
            case Test.Contains contains -> operand(contains.part(), path + "/contains");
            case Test.StartsWith starts -> operand(starts.prefix(), path + "/startsWith");
            case Test.LessThan less -> number(less.bound(), path + "/lessThan");
            case Test.AtMost most -> number(most.bound(), path + "/atMost");
            case Test.AtLeast least -> number(least.bound(), path + "/atLeast");
            case Test.MoreThan more -> number(more.bound(), path + "/moreThan");
            case Test.Exists exists -> {}
            case Test.Matches matches -> pattern(matches.pattern(), path + "/matches");
            case Test.Before before -> moment(before.bound(), path + "/before");
            case Test.After after -> moment(after.bound(), path + "/after");
            case Test.Anniversary it -> anniversary(it.coming(), path + "/anniversary");
            case Test.Near near -> circle(near.circle(), path + "/near");
        }
    }

    private static boolean turns(Test test) {
        return switch (test) {
            case Test.Before before -> moves(before.bound());
            case Test.After after -> moves(after.bound());
            case Test.Anniversary anniversary -> true;
            case Test.In _, Test.Equals _, Test.Contains _, Test.StartsWith _ -> false;
            case Test.LessThan _, Test.AtMost _, Test.AtLeast _, Test.MoreThan _ -> false;
            case Test.Exists _, Test.Matches _, Test.Near _ -> false;
        };
    }

    private static boolean moves(Moment moment) {
        return moment instanceof Moment.Ago || moment instanceof Moment.Ahead;
    }

    private boolean lasts(Test test, String path) {
        return !turns(test)
                || no(
                        path,
                        "each event is asked once: compare its property with a date that stands");
    }

    private boolean asksANumber(Test test, String path) {
        return switch (test) {
            case Test.Equals _, Test.In _, Test.Exists _ -> true;
            case Test.LessThan _, Test.AtMost _, Test.AtLeast _, Test.MoreThan _ -> true;
            case Test.Contains _, Test.StartsWith _, Test.Matches _ -> no(path, "this is a number");
            case Test.Before _, Test.After _, Test.Anniversary _ -> no(path, "this is a number");
            case Test.Near _ -> no(path, "this is a number");
        };
    }

    private boolean asksATime(Test test, String path) {
        return switch (test) {
            case Test.Before before -> kept(before.bound(), path + "/before");
            case Test.After after -> kept(after.bound(), path + "/after");
            case Test.Anniversary _, Test.Exists _ -> true;
            case Test.Equals _, Test.In _, Test.Contains _, Test.StartsWith _ ->
                    no(path, "this is a moment");
            case Test.LessThan _, Test.AtMost _, Test.AtLeast _, Test.MoreThan _ ->
                    no(path, "this is a moment");
            case Test.Matches _, Test.Near _ -> no(path, "this is a moment");
        };
    }

    private boolean kept(Moment moment, String path) {
        return !(moment instanceof Moment.Ago(Duration length))
                || length.compareTo(Conditions.MAX_WINDOW) <= 0
                || no(path + "/ago", Findings.tooLongAgo());
    }

    private boolean no(String path, String why) {
        findings.flaw(path, why);
        return false;
    }

    private void listed(List<Object> values, String path) {
        if (values.isEmpty() || values.size() > Conditions.MAX_VALUES) {
            findings.flaw(
                    path, "list 1 to " + Conditions.MAX_VALUES + " values, not " + values.size());
        }
        if (values.stream().anyMatch(value -> value instanceof Map || value instanceof List)) {
            findings.flaw(path, "list texts, numbers, true and false");
        }
    }

    private void number(@Nullable Operand operand, String path) {
        operand(operand, path);
        if (operand instanceof Operand.Literal literal && !(literal.value() instanceof Number)) {
            findings.flaw(path, "compare with a number, not with " + literal.value());
        }
    }

    private void operand(@Nullable Operand operand, String path) {
        findings.present(operand, path, "what to compare with");
        if (operand instanceof Operand.TriggerProperty) {
            trigger(path);
        }
    }

    private void trigger(String path) {
        mentions.theTrigger();
        findings.needs(Knowledge.TRIGGER, path);
    }

    private void pattern(@Nullable String pattern, String path) {
        if (pattern == null || pattern.isEmpty() || pattern.length() > Conditions.MAX_PATTERN) {
            findings.flaw(path, "a pattern has 1 to " + Conditions.MAX_PATTERN + " characters");
            return;
        }
        if (PatternWeight.of(pattern) > Conditions.MAX_PATTERN_WEIGHT) {
            findings.flaw(path, "a pattern's counted repetitions multiply beyond measure");
            return;
        }
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            findings.flaw(path, "not a pattern of RE2: " + e.getMessage());
        }
    }

    private void moment(@Nullable Moment moment, String path) {
        switch (moment) {
            case null -> findings.flaw(path, "what to compare with is missing");
            case Moment.At at -> {
                if (Moments.at(at.text()) == null) {
                    findings.flaw(path, "a date is written as 2026-06-01, not as " + at.text());
                }
            }
            case Moment.Ago(Duration length) -> distance(length, path + "/ago");
            case Moment.Ahead(Duration length) -> distance(length, path + "/ahead");
            case Moment.TriggerProperty _ -> trigger(path);
        }
    }

    private void distance(Duration length, String path) {
        findings.length(length, Duration.ZERO, Conditions.MAX_DISTANCE, path);
    }

    private void anniversary(@Nullable Coming coming, String path) {
        findings.length(
                coming == null ? null : coming.within(),
                Duration.ZERO,
                Conditions.MAX_ANNIVERSARY,
                path + "/within");
    }

    private void circle(@Nullable Circle circle, String path) {
        if (circle == null) {
            findings.flaw(path, "a place is missing");
            return;
        }
        if (!Places.isLatitude(circle.latitude())) {
            findings.flaw(path + "/latitude", "a latitude lies between -90 and 90 degrees");
        }
        if (!Places.isLongitude(circle.longitude())) {
            findings.flaw(path + "/longitude", "a longitude lies between -180 and 180 degrees");
        }
        if (!(circle.kilometres() > 0 && circle.kilometres() <= Conditions.MAX_KILOMETRES)) {
            findings.flaw(
                    path + "/kilometres",
                    "a distance is more than 0 and at most " + Conditions.MAX_KILOMETRES);
        }
    }
}
