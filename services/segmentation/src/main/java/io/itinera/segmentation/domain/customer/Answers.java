package io.itinera.segmentation.domain.customer;

import io.itinera.segmentation.domain.rules.JourneyQuestions;
import io.itinera.segmentation.domain.rules.Rulebook;
import java.util.Map;
import java.util.TreeMap;

/** Answers journeys' questions that mention the trigger, for an event that may be one. */
final class Answers {
    private Answers() {}

    /** By hash; empty when the event triggers nothing, as a historic one never does. */
    static Map<String, Boolean> of(Rulebook rules, Happening happening, Asked asked) {
        if (!(happening instanceof Happening.Did did) || did.event().historic()) {
            return Map.of();
        }
        Map<String, Boolean> answers = new TreeMap<>();
        Asked about = asked.about(happening);
        for (JourneyQuestions journey :
                rules.mayBegin(happening.workspace(), happening.name(), happening.properties())) {
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
