package io.itinera.journeys.api;

import io.itinera.contracts.definitions.JourneyDefinition;
import io.itinera.contracts.definitions.JourneyPlan;
import io.itinera.contracts.definitions.JourneyState;
import io.itinera.journeys.domain.draft.Draft;
import io.itinera.journeys.domain.draft.Published;
import io.itinera.journeys.domain.plan.Flaw;
import io.itinera.journeys.domain.plan.PlanWords;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the routes of journeys take and answer. */
final class JourneyViews {
    private JourneyViews() {}

    /** A plan to begin with. */
    record Beginning(JourneyPlan plan) {}

    /** A plan instead of that of a revision. */
    record Edit(int revision, JourneyPlan plan) {}

    /** Where something was made. */
    record Created(UUID id) {}

    /** Which version came of it. */
    record VersionMade(int version) {}

    /** Some of many, and where the next begin. */
    record Page<T>(List<T> items, @Nullable String next) {
        Page {
            items = List.copyOf(items);
        }
    }

    /** A journey in a list. */
    record Summary(
            UUID id,
            String name,
            String state,
            int version,
            int draftRevision,
            Instant editedAt,
            @Nullable Instant publishedAt,
            boolean unpublishedChanges) {
        static Summary of(Draft draft) {
            return new Summary(
                    draft.id(),
                    draft.plan().name(),
                    stateOf(draft),
                    draft.version(),
                    draft.revision(),
                    draft.editedAt(),
                    draft.publishedAt(),
                    draft.hasUnpublishedChanges());
        }
    }

    /** When a version was published, and by whom. */
    record PublishedAt(int version, Instant publishedAt, String by) {
        static PublishedAt of(Published published) {
            JourneyDefinition version = published.definition();
            return new PublishedAt(version.version(), version.publishedAt(), published.by());
        }
    }

    /** A journey with its draft, what is wrong with it, and what it says. */
    record Whole(
            UUID id,
            String state,
            int version,
            int revision,
            JourneyPlan draft,
            List<PublishedAt> published,
            List<Flaw> flaws,
            Map<String, String> words) {
        static Whole of(Draft draft, List<Published> versions, Locale locale) {
            return new Whole(
                    draft.id(),
                    stateOf(draft),
                    draft.version(),
                    draft.revision(),
                    draft.plan(),
                    versions.stream().map(PublishedAt::of).toList(),
                    draft.flaws(),
                    PlanWords.of(draft.plan(), locale));
        }
    }

    /** A version and what it says. */
    record WholeVersion(JourneyDefinition definition, String by, Map<String, String> words) {
        static WholeVersion of(Published published, Locale locale) {
            return new WholeVersion(
                    published.definition(),
                    published.by(),
                    PlanWords.of(published.definition().plan(), locale));
        }
    }

    private static String stateOf(Draft draft) {
        JourneyState state = draft.state();
        return state == null ? "draft" : state.name();
    }
}
