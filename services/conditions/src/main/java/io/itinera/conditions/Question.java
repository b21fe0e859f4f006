package io.itinera.conditions;

import io.itinera.contracts.condition.Condition;
import java.util.Set;

/**
 * One question about what a customer did, inside a condition, compiled. Whoever has the history
 * answers it; whoever has only answers of others looks them up under its hash. No question reads
 * more than the newest {@value Conditions#MAX_READ} events of each of its names; what is older is
 * to it as if it had not been.
 */
public sealed interface Question permits Performance, Aggregation, Occasion, Succession, LooseEnd {

    /** As it was written: a condition of its own. */
    Condition condition();

    /** Names it: equal conditions have equal hashes. */
    String hash();

    /** True when it mentions the trigger; only an enrollment can then answer it. */
    boolean bound();

    /** The names of the events that can change the answer. */
    Set<String> events();

    /** Whether time alone can change the answer. */
    boolean turns();

    /** The answer, and the first moment at which time alone gives another; none for never. */
    Verdict answer(Vantage vantage);
}
