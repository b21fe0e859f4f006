package io.itinera.conditions;

import io.itinera.contracts.condition.Condition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a condition, or a part of one that is compiled by itself, mentions. */
final class Mentions {
    private final List<Question> questions = new ArrayList<>();
    private final Set<String> traits = new LinkedHashSet<>();
    private final Set<String> segments = new LinkedHashSet<>();
    private final Set<Condition.Account> accounts = new LinkedHashSet<>();
    private final Set<Condition.Journey> journeys = new LinkedHashSet<>();
    private boolean trigger;
    private boolean time;

    List<Question> questions() {
        return questions;
    }

    Set<Condition.Account> accounts() {
        return accounts;
    }

    Set<Condition.Journey> journeys() {
        return journeys;
    }

    boolean trigger() {
        return trigger;
    }

    boolean time() {
        return time;
    }

    void trait(String name) {
        traits.add(Values.firstStep(name));
    }

    void account(Condition.Account account) {
        accounts.add(account);
    }

    void segment(String id) {
        segments.add(id);
    }

    void journey(Condition.Journey journey) {
        journeys.add(journey);
    }

    void theTrigger() {
        trigger = true;
    }

    void theTime() {
        time = true;
    }

    void question(Question question) {
        questions.add(question);
        trigger |= question.bound();
        time |= question.turns();
    }

    Touch touch() {
        Set<String> events = new LinkedHashSet<>();
        questions.forEach(question -> events.addAll(question.events()));
        Set<String> accountTraits = new LinkedHashSet<>();
        accounts.forEach(account -> accountTraits.add(Values.firstStep(account.name())));
        Set<UUID> ids = new LinkedHashSet<>();
        journeys.forEach(journey -> ids.add(journey.id()));
        return new Touch(events, traits, segments, accountTraits, ids, time);
    }
}
