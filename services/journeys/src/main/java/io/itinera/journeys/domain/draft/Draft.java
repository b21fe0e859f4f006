package io.itinera.journeys.domain.draft;

import io.itinera.contracts.definitions.JourneyDefinition;
import io.itinera.contracts.definitions.JourneyHead;
import io.itinera.contracts.definitions.JourneyPlan;
import io.itinera.contracts.definitions.JourneyState;
import io.itinera.journeys.domain.plan.Flaw;
import io.itinera.journeys.domain.plan.PlanCheck;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A journey as its author has it.
 *
 * @param id the journey
 * @param workspace the tenant
 * @param plan what it shall do
 * @param revision counts the edits, from 1
 * @param publishedRevision the revision that was published last; 0 before
 * @param version the version that was published last; 0 before
 * @param state what the published journey does; absent before
 * @param editedAt when it was last edited
 * @param publishedAt when it was last published
 */
public record Draft(
        UUID id,
        String workspace,
        JourneyPlan plan,
        int revision,
        int publishedRevision,
        int version,
        @Nullable JourneyState state,
        Instant editedAt,
        @Nullable Instant publishedAt) {

    /** A new journey. */
    public static Draft begun(UUID id, String workspace, JourneyPlan plan, Instant now) {
        return new Draft(id, workspace, plan, 1, 0, 0, null, now, null);
    }

    /** What keeps it from being published. */
    public List<Flaw> flaws() {
        return PlanCheck.flaws(plan);
    }

    /** True when the plan is not the one that runs. */
    public boolean hasUnpublishedChanges() {
        return revision != publishedRevision;
    }

    /** With another plan. */
    public Draft edited(JourneyPlan newPlan, Instant now) {
        return new Draft(
                id,
                workspace,
                newPlan,
                revision + 1,
                publishedRevision,
                version,
                state,
                now,
                publishedAt);
    }

    /** With its plan as the next version; a closed journey stays closed. */
    public Draft published(Instant now) {
        return new Draft(
                id,
                workspace,
                plan,
                revision,
                revision,
                version + 1,
                state == null ? JourneyState.live : state,
                editedAt,
                now);
    }

    /** In another state. */
    public Draft turned(JourneyState newState) {
        return new Draft(
                id,
                workspace,
                plan,
                revision,
                publishedRevision,
                version,
                newState,
                editedAt,
                publishedAt);
    }

    /** True when the published journey may be put into this state; what has ended stays so. */
    public boolean mayTurn(JourneyState newState) {
        return state != null && state != JourneyState.ended && state != newState;
    }

    /** True when a version may follow. */
    public boolean mayPublish() {
        return state != JourneyState.ended;
    }

    /** The version that was published last, for those who run it. */
    public JourneyDefinition definition() {
        if (publishedAt == null) {
            throw new IllegalStateException("journey " + id + " was never published");
        }
        return new JourneyDefinition(id, version, workspace, publishedAt, plan, Map.of());
    }

    /** Which version newcomers take, and whether they may. */
    public JourneyHead head() {
        if (state == null) {
            throw new IllegalStateException("journey " + id + " was never published");
        }
        return new JourneyHead(id, workspace, version, state);
    }
}
