package io.itinera.conditions;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A subject with a history of its own. */
record Person(
        Map<String, Object> traits,
        Map<String, Object> event,
        Map<String, Object> trigger,
        @Nullable Instant triggeredAt,
        History history,
        Instant now)
        implements Subject {

    @Override
    public Verdict performed(Performance performance) {
        return Counting.count(performance, history, trigger, triggeredAt, now);
    }
}
