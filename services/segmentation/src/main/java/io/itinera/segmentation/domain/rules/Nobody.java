package io.itinera.segmentation.domain.rules;

import io.itinera.conditions.Compiled;
import io.itinera.conditions.Question;
import io.itinera.conditions.Subject;
import io.itinera.conditions.Vantage;
import io.itinera.conditions.Verdict;
import io.itinera.contracts.condition.Condition;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A customer of whom nothing is known yet. What does not hold for them, and would not in time, can
 * hold for a newcomer only by what their first event brings.
 */
final class Nobody implements Subject {
    private static final UUID ID = new UUID(0, 0);
    private static final Vantage NOTHING = Vantage.of((event, from, visitor) -> {}, Instant.EPOCH);

    private boolean toldApart;

    private Nobody() {}

    /** Whether a condition may hold without anything having happened. */
    static boolean mayPass(Compiled condition) {
        if (condition.bound()) {
            return true;
        }
        Nobody nobody = new Nobody();
        Verdict verdict = condition.evaluate(nobody);
        return verdict.holds() || verdict.changesAt().isPresent() || nobody.toldApart;
    }

    /** By lot, say: then what holds for nobody says nothing of somebody. */
    @Override
    public UUID customer() {
        toldApart = true;
        return ID;
    }

    @Override
    public Instant now() {
        return NOTHING.now();
    }

    @Override
    public Map<String, Object> traits() {
        return Map.of();
    }

    @Override
    public Map<String, Object> account() {
        return Map.of();
    }

    @Override
    public Map<String, Object> event() {
        return Map.of();
    }

    @Override
    public Map<String, Object> trigger() {
        return Map.of();
    }

    @Override
    public boolean isIn(String segment) {
        return false;
    }

    @Override
    public boolean stands(UUID journey, Condition.Journey.State state) {
        return false;
    }

    @Override
    public Verdict answer(Question question) {
        return question.answer(NOTHING);
    }
}
