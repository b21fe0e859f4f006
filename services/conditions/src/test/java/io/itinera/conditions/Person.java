package io.itinera.conditions;

import io.itinera.contracts.condition.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A subject with a history of its own. */
record Person(
        UUID customer,
        Map<String, Object> traits,
        Map<String, Object> account,
        Map<String, Object> event,
        Set<String> segments,
        Map<UUID, Set<Condition.Journey.State>> journeys,
        Vantage vantage)
        implements Subject {
    static final UUID SOMEONE = UUID.fromString("3f2b1d7e-58a1-5c1c-9d0e-6c4b8f2a7e10");

    /** Someone of whom only this is known. */
    static Person with(Map<String, Object> traits, Instant now) {
        return seen(traits, Vantage.of(new ListHistory(List.of()), now));
    }

    /** Someone who only did this. */
    static Person who(History history, Instant now) {
        return seen(Map.of(), Vantage.of(history, now));
    }

    static Person seen(Map<String, Object> traits, Vantage vantage) {
        return new Person(SOMEONE, traits, Map.of(), Map.of(), Set.of(), Map.of(), vantage);
    }

    @Override
    public Instant now() {
        return vantage.now();
    }

    @Override
    public Map<String, Object> trigger() {
        return vantage.trigger();
    }

    @Override
    public boolean isIn(String segment) {
        return segments.contains(segment);
    }

    @Override
    public boolean stands(UUID journey, Condition.Journey.State state) {
        return journeys.getOrDefault(journey, Set.of()).contains(state);
    }

    @Override
    public Verdict answer(Question question) {
        return question.answer(vantage);
    }
}
