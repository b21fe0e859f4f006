package io.itinera.conditions;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A condition, or a rule that has conditions, that cannot be compiled, with everything that is
 * wrong with it.
 */
public final class InvalidCondition extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Flaw> flaws;

    /** What was found wrong; at least one flaw. */
    public InvalidCondition(List<Flaw> flaws) {
        super(
                flaws.stream()
                        .map(flaw -> flaw.path() + ": " + flaw.message())
                        .collect(Collectors.joining("; ")));
        this.flaws = List.copyOf(flaws);
    }

    /** What is wrong, in the order of the text. */
    public List<Flaw> flaws() {
        return flaws;
    }
}
