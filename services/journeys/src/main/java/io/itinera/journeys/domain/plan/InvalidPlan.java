package io.itinera.journeys.domain.plan;

import java.util.List;
import java.util.stream.Collectors;

/** A plan that cannot be published or run, with everything that is wrong with it. */
public final class InvalidPlan extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Flaw> flaws;

    /** Names every flaw in the message. */
    public InvalidPlan(List<Flaw> flaws) {
        super(
                flaws.stream()
                        .map(flaw -> flaw.path() + ": " + flaw.message())
                        .collect(Collectors.joining("; ")));
        this.flaws = List.copyOf(flaws);
    }

    /** What is wrong, in the order of the plan. */
    public List<Flaw> flaws() {
        return flaws;
    }
}
