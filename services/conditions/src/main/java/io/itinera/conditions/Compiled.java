package io.itinera.conditions;

import io.itinera.contracts.condition.Condition;
import java.util.List;
import java.util.function.Function;

/** A condition that is known to make sense, ready to be asked. */
public final class Compiled {
    private final Condition source;
    private final String hash;
    private final Function<Subject, Verdict> evaluator;
    private final List<Question> questions;
    private final Touch touch;
    private final boolean bound;

    Compiled(
            Condition source,
            String hash,
            Function<Subject, Verdict> evaluator,
            Mentions mentions) {
        this.source = source;
        this.hash = hash;
        this.evaluator = evaluator;
        this.questions = List.copyOf(mentions.questions());
        this.touch = mentions.touch();
        this.bound = mentions.trigger();
    }

    /** Whether it holds for a customer, and until when that is certain. */
    public Verdict evaluate(Subject subject) {
        return evaluator.apply(subject);
    }

    /** The condition as it was written. */
    public Condition source() {
        return source;
    }

    /** Names it: equal conditions have equal hashes; 32 hexadecimal digits. */
    public String hash() {
        return hash;
    }

    /** Every question about what the customer did, in the order of the text. */
    public List<Question> questions() {
        return questions;
    }

    /** What can turn it over. */
    public Touch touch() {
        return touch;
    }

    /** True when it mentions the trigger: only an enrollment can answer it. */
    public boolean bound() {
        return bound;
    }
}
