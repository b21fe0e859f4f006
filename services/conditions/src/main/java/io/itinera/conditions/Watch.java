package io.itinera.conditions;

import io.itinera.contracts.condition.Condition;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A subject that notes what one leaf looks at. */
final class Watch implements Subject {
    private final Subject subject;
    private final Sightings sightings = new Sightings();
    private final Vantage vantage;

    /**
     * Watches a subject.
     *
     * @param vantage what the subject answers questions from
     */
    Watch(Subject subject, Vantage vantage) {
        this.subject = subject;
        this.vantage = vantage.watched(sightings);
    }

    Sightings sightings() {
        return sightings;
    }

    /** The value that a leaf tested; null where it is not known, or where none is tested. */
    @Nullable Object value(Condition leaf) {
        return switch (leaf) {
            case Condition.Trait(String name, var _) -> Values.at(subject.traits(), name);
            case Condition.Property(String name, var _) -> Values.at(subject.event(), name);
            case Condition.Trigger(String name, var _) -> Values.at(subject.trigger(), name);
            case Condition.Account(String name, var _) -> Values.at(subject.account(), name);
            case Condition.Segment(String id) -> subject.isIn(id);
            case Condition.Journey(UUID id, var state) -> subject.stands(id, state);
            case Condition.Bucket(String salt, var _, var _) ->
                    Buckets.place(salt, subject.customer());
            case Condition.Aggregate _, Condition.Occurrence _ -> sightings.measured();
            case Condition.Performed _, Condition.Message _ -> null;
            case Condition.Sequence _, Condition.Unfollowed _ -> null;
            case Condition.All _, Condition.Any _, Condition.Not _ -> null;
        };
    }

    @Override
    public UUID customer() {
        return subject.customer();
    }

    @Override
    public Instant now() {
        return subject.now();
    }

    @Override
    public Map<String, Object> traits() {
        return subject.traits();
    }

    @Override
    public Map<String, Object> account() {
        return subject.account();
    }

    @Override
    public Map<String, Object> event() {
        return subject.event();
    }

    @Override
    public Map<String, Object> trigger() {
        return subject.trigger();
    }

    @Override
    public boolean isIn(String segment) {
        return subject.isIn(segment);
    }

    @Override
    public boolean stands(UUID journey, Condition.Journey.State state) {
        subject.runs(journey, state).forEach(sightings::saw);
        return subject.stands(journey, state);
    }

    @Override
    public Verdict answer(Question question) {
        return question.answer(vantage);
    }
}
