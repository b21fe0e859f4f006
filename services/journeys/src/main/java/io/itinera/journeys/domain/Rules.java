package io.itinera.journeys.domain;

import io.itinera.conditions.Verdict;
import io.itinera.journeys.domain.plan.NamedRule;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks a version's rules about a customer. */
final class Rules {
    private Rules() {}

    /** The name of the first rule that holds. */
    static @Nullable String holding(List<NamedRule> rules, Asking subject) {
        return rules.stream()
                .filter(rule -> rule.when().evaluate(subject).holds())
                .map(NamedRule::name)
                .findFirst()
                .orElse(null);
    }

    /** The first moment at which time alone could turn one of these over. */
    static @Nullable Instant doubtful(List<NamedRule> rules, Asking subject) {
        return rules.stream()
                .map(rule -> rule.when().evaluate(subject))
                .map(Verdict::changesAt)
                .flatMap(Optional::stream)
                .filter(at -> at.isAfter(subject.now()))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
