package io.itinera.segmentation.api;

import io.itinera.conditions.Conditions;
import io.itinera.conditions.Explanation;
import io.itinera.contracts.activity.ActivityCause;
import io.itinera.contracts.condition.Condition;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Standing;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a condition holds for a customer, or not.
 *
 * @param customer who it is; who they have become, when they were found to be another
 * @param segment the segment that was asked about
 * @param member whether they are in that segment, as last decided
 * @param since since when that is so
 * @param cause what made it so
 * @param at the moment of the answer
 * @param tree the condition, part by part
 * @param movedTo who it has become; the instance that passed the question on asks there
 */
@RegisterForReflection
record ExplainAnswer(
        UUID customer,
        @Nullable UUID segment,
        @Nullable Boolean member,
        @Nullable Instant since,
        @Nullable ActivityCause cause,
        @Nullable Instant at,
        @Nullable Part tree,
        @Nullable UUID movedTo) {

    static ExplainAnswer moved(UUID from, UUID into) {
        return new ExplainAnswer(from, null, null, null, null, null, null, into);
    }

    static ExplainAnswer of(Customer customer, @Nullable UUID segment, Instant at, Part tree) {
        Standing standing = segment == null ? null : customer.standings().get(segment.toString());
        boolean member = standing != null && standing.member();
        return new ExplainAnswer(
                customer.id(),
                segment,
                segment == null ? null : member,
                member ? standing.since() : null,
                member ? standing.cause() : null,
                at,
                tree,
                null);
    }

    /**
     * A part of a condition.
     *
     * @param kind which, as in the condition's JSON
     * @param words the part in plain words
     * @param holds whether it holds
     * @param changesAt the first moment at which time alone may turn it over
     * @param parts of what it is joined
     * @param value what a leaf tested
     * @param said where that value comes from, when it is a trait
     * @param events the newest events that counted for a leaf, newest first
     * @param found how many counted; no more are read than decide it
     * @param turns what would turn a leaf over, in plain words
     */
    @RegisterForReflection
    record Part(
            String kind,
            String words,
            boolean holds,
            @Nullable Instant changesAt,
            @Nullable List<Part> parts,
            @Nullable Object value,
            Sayings.@Nullable Said said,
            @Nullable List<Seen> events,
            @Nullable Integer found,
            @Nullable List<String> turns) {
        private static final double HUNDREDTHS = 100;

        static Part of(Explanation it, Locale locale, Map<String, String> names, Sayings sayings) {
            String words = Conditions.print(it.condition(), locale, id -> name(names, id));
            return isJoined(it.condition())
                    ? joined(it, words, locale, names, sayings)
                    : leaf(it, words, locale, names, sayings.of(it.condition()));
        }

        private static Part joined(
                Explanation it,
                String words,
                Locale locale,
                Map<String, String> names,
                Sayings sayings) {
            return new Part(
                    it.condition().kind(),
                    words,
                    it.holds(),
                    it.changesAt().orElse(null),
                    it.parts().stream().map(part -> of(part, locale, names, sayings)).toList(),
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        private static Part leaf(
                Explanation it,
                String words,
                Locale locale,
                Map<String, String> names,
                Sayings.@Nullable Said said) {
            boolean counts = !it.found().isEmpty();
            return new Part(
                    it.condition().kind(),
                    words,
                    it.holds(),
                    it.changesAt().orElse(null),
                    null,
                    value(it),
                    said,
                    counts ? it.events().stream().map(Seen::of).toList() : null,
                    counts ? it.found().values().stream().mapToInt(n -> n).sum() : null,
                    it.turns().stream()
                            .map(turn -> Conditions.print(turn, locale, id -> name(names, id)))
                            .toList());
        }

        private static boolean isJoined(Condition condition) {
            return condition instanceof Condition.All
                    || condition instanceof Condition.Any
                    || condition instanceof Condition.Not;
        }

        private static @Nullable Object value(Explanation it) {
            return it.condition() instanceof Condition.Bucket && it.value() instanceof Integer place
                    ? place / HUNDREDTHS
                    : it.value();
        }

        private static String name(Map<String, String> names, String id) {
            return names.getOrDefault(id, id);
        }
    }

    /**
     * An event that counted.
     *
     * @param id the event's
     * @param name the event's
     * @param at when it occurred
     * @param properties what is known of it
     */
    @RegisterForReflection
    record Seen(String id, String name, Instant at, Map<String, Object> properties) {
        private static Seen of(Explanation.Seen seen) {
            return new Seen(seen.id(), seen.name(), seen.at(), seen.properties());
        }
    }
}
