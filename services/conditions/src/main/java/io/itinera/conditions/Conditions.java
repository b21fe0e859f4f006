package io.itinera.conditions;

import io.itinera.contracts.condition.Condition;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The door to the condition language. */
public final class Conditions {
    /** How deep conditions may lie in one another. */
    public static final int MAX_DEPTH = 10;

    /** How many parts a condition may have in all. */
    public static final int MAX_PARTS = 200;

    /** How many values {@code in} may list. */
    public static final int MAX_VALUES = 1_000;

    /** How many characters a pattern may have. */
    public static final int MAX_PATTERN = 500;

    /** How many steps a pattern may have once its counted repetitions are written out. */
    public static final int MAX_PATTERN_WEIGHT = 2_000;

    /** How many characters a bucket's salt may have. */
    public static final int MAX_SALT = 100;

    /** How few steps a sequence may have. */
    public static final int MIN_STEPS = 2;

    /** How many steps a sequence may have. */
    public static final int MAX_STEPS = 5;

    /** How many segments may lie in one another, the outermost not counted. */
    public static final int MAX_NESTING = 5;

    /** How many events of one name a question reads at most; the newest count. */
    public static final int MAX_READ = 10_000;

    /** The longest window: how long a customer's history is kept. */
    public static final Duration MAX_WINDOW = Duration.ofDays(400);

    /** The longest time from now that a test may compare a moment with: about a hundred years. */
    public static final Duration MAX_DISTANCE = Duration.ofDays(36_500);

    /** How long before its day an anniversary may be looked for. */
    public static final Duration MAX_ANNIVERSARY = Duration.ofDays(180);

    /** The widest circle: once around half the earth. */
    public static final int MAX_KILOMETRES = 20_040;

    private Conditions() {}

    /**
     * Checks a condition and makes it ready to be asked by someone who knows everything.
     *
     * @throws InvalidCondition when it cannot make sense, with everything that is wrong
     */
    public static Compiled compile(Condition condition) throws InvalidCondition {
        return compile(condition, Knowledge.ALL);
    }

    /**
     * Checks a condition and makes it ready to be asked.
     *
     * @param known what whoever will ask it knows
     * @throws InvalidCondition when it cannot make sense or asks for what will not be known, with
     *     everything that is wrong
     */
    public static Compiled compile(Condition condition, Set<Knowledge> known)
            throws InvalidCondition {
        return Compiler.compile(condition, known);
    }

    /**
     * Checks a condition on one event's properties, such as an entry's filter, and makes it ready.
     *
     * @throws InvalidCondition when it asks anything but properties, or cannot make sense
     */
    public static Filter compileFilter(Condition condition) throws InvalidCondition {
        return Compiler.compileFilter(condition, Knowledge.ALL);
    }

    /**
     * How a segment would lie in others if a condition were published for it.
     *
     * @param others the conditions of the segments that hold; null for one that does not
     */
    public static Nesting nesting(
            String segment, Condition condition, Function<String, @Nullable Condition> others) {
        return Nesting.of(segment, condition, others);
    }

    /** The segments that a condition mentions, by their ids. */
    public static Set<String> segments(Condition condition) {
        return Nesting.mentioned(condition);
    }

    /** The value under a name as conditions find it: a dot steps into an object. */
    public static @Nullable Object value(Map<String, Object> values, String name) {
        return Values.at(values, name);
    }

    /** The first step of a name: what must change for the value under it to change. */
    public static String firstStep(String name) {
        return Values.firstStep(name);
    }

    /** The moment that a value is to conditions; null when it is none. */
    public static @Nullable Instant moment(@Nullable Object value) {
        return Moments.at(value);
    }

    /**
     * Names a condition: the first 32 hexadecimal digits of the SHA-256 of its canonical JSON.
     * Equal conditions have equal hashes, also in another release and on another machine.
     */
    public static String hash(Condition condition) {
        return CanonicalForm.hash(condition);
    }

    /** Says a condition in plain words, in English unless the locale is Japanese or Chinese. */
    public static String print(Condition condition, Locale locale) {
        return print(condition, locale, UnaryOperator.identity());
    }

    /**
     * Says a condition in plain words, in English unless the locale is Japanese or Chinese.
     *
     * @param names what people call a segment, a journey or a template, by its id
     */
    public static String print(Condition condition, Locale locale, UnaryOperator<String> names) {
        return new Printer(Phrasebook.of(locale), names).print(condition);
    }

    /**
     * Says what would turn a condition over, in English unless the locale is Japanese or Chinese.
     *
     * @param names what people call a segment or a journey, by its id
     */
    public static String print(Explanation.Turn turn, Locale locale, UnaryOperator<String> names) {
        return new Printer(Phrasebook.of(locale), names).print(turn);
    }
}
