package io.itinera.segmentation.domain.customer;

import io.itinera.segmentation.domain.attributes.News;
import io.itinera.segmentation.domain.rules.JourneyQuestions;
import io.itinera.segmentation.domain.rules.Rulebook;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Answers journeys' questions that mention the trigger, for what may be one. */
final class Answers {
    private Answers() {}

    /** By hash; empty when the event triggers nothing, as a historic one never does. */
    static Map<String, Boolean> of(Rulebook rules, Happening happening, Asked asked) {
        if (!(happening instanceof Happening.Did did) || did.event().historic()) {
            return Map.of();
        }
        return of(
                rules,
                happening.workspace(),
                happening.name(),
                happening.properties(),
                asked.about(happening.properties(), happening.occurredAt()));
    }

    /** By hash, about something that follows from what happened at a moment. */
    static Map<String, Boolean> of(
            Rulebook rules, String workspace, News news, Instant at, Asked asked) {
        return of(
                rules,
                workspace,
                news.name(),
                news.properties(),
                asked.about(news.properties(), at));
    }

    private static Map<String, Boolean> of(
            Rulebook rules,
            String workspace,
            String name,
            Map<String, Object> properties,
            Asked about) {
        Map<String, Boolean> answers = new TreeMap<>();
        for (JourneyQuestions journey : rules.mayBegin(workspace, name, properties)) {
            journey.bound()
                    .forEach(
                            (hash, condition) ->
                                    answers.computeIfAbsent(
                                            hash, any -> condition.evaluate(about).holds()));
            journey.counted()
                    .forEach(
                            (hash, question) ->
                                    answers.computeIfAbsent(
                                            hash, any -> about.answer(question).holds()));
        }
        return answers;
    }
}
