package io.itinera.conditions;

import io.itinera.contracts.condition.Condition;
import java.time.Duration;
import java.util.Locale;

/** The door to the condition language. */
public final class Conditions {
    /** How deep conditions may lie in one another. */
    public static final int MAX_DEPTH = 10;

    /** How many parts a condition may have in all. */
    public static final int MAX_PARTS = 200;

    /** How many values {@code in} may list. */
    public static final int MAX_VALUES = 1_000;

    /** The longest window: how long a customer's history is kept. */
    public static final Duration MAX_WINDOW = Duration.ofDays(400);

    private Conditions() {}

    /**
     * Checks a condition and makes it ready to be asked.
     *
     * @throws InvalidCondition when it cannot make sense, with everything that is wrong
     */
    public static Compiled compile(Condition condition) throws InvalidCondition {
        return Compiler.compile(condition);
    }

    /**
     * Checks a condition on one event's properties, such as an entry's filter, and makes it ready.
     *
     * @throws InvalidCondition when it asks anything but properties, or cannot make sense
     */
    public static Filter compileFilter(Condition condition) throws InvalidCondition {
        return Compiler.compileFilter(condition);
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
        return new Printer(Phrasebook.of(locale)).print(condition);
    }
}
