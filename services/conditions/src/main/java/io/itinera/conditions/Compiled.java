package io.itinera.conditions;

import io.itinera.contracts.condition.Condition;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A condition that is known to make sense, ready to be asked. */
public final class Compiled {
    private final Condition source;
    private final String hash;
    private final Function<Subject, Verdict> evaluator;
    private final List<Performance> performances;
    private final Set<String> traits;
    private final boolean bound;

    Compiled(
            Condition source,
            String hash,
            Function<Subject, Verdict> evaluator,
            List<Performance> performances,
            Set<String> traits,
            boolean bound) {
        this.source = source;
        this.hash = hash;
        this.evaluator = evaluator;
        this.performances = List.copyOf(performances);
        this.traits = Set.copyOf(traits);
        this.bound = bound;
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

    /** Every "performed" in it, in the order of the text. */
    public List<Performance> performances() {
        return performances;
    }

    /** The traits that can change it, by the first step of their names. */
    public Set<String> traits() {
        return traits;
    }

    /** True when it mentions the trigger: only an enrollment can answer it. */
    public boolean bound() {
        return bound;
    }
}
