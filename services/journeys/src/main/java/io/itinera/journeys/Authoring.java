package io.itinera.journeys;

import io.itinera.contracts.Keys;
import io.itinera.contracts.Topics;
import io.itinera.contracts.definitions.JourneyDefinition;
import io.itinera.contracts.definitions.JourneyPlan;
import io.itinera.contracts.definitions.JourneyState;
import io.itinera.contracts.definitions.JourneysRecord;
import io.itinera.journeys.domain.draft.Draft;
import io.itinera.journeys.domain.draft.Published;
import io.itinera.journeys.domain.plan.Flaw;
import io.itinera.journeys.store.DraftRows;
import io.itinera.kit.ids.Ids;
import io.itinera.kit.outbox.Outbox;
import io.itinera.kit.outbox.OutboxRow;
import io.itinera.kit.outbox.Spread;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.records.JsonCodec;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How journeys come to be: drafts in the database, and versions, which leave for the journeys topic
 * in the transaction that made them.
 */
@ApplicationScoped
public class Authoring {
    /** The most versions that are listed with a journey. */
    public static final int MAX_VERSIONS = 100;

    private static final JsonCodec<JourneysRecord> CODEC = JsonCodec.of(JourneysRecord.class);

    private final DraftRows rows;
    private final Clock clock = Clock.systemUTC();

    /** Over these rows. */
    public Authoring(DraftRows rows) {
        this.rows = rows;
    }

    /** The journeys of a workspace, newest first, those before a given one. */
    @WithSession
    public Uni<List<Draft>> page(String workspace, @Nullable UUID before, int limit) {
        return rows.page(workspace, before, limit);
    }

    /** One journey. */
    @WithSession
    public Uni<Draft> draft(String workspace, UUID id) {
        return rows.draft(workspace, id).map(found -> found.orElseThrow(() -> none(id)));
    }

    /** What was published of a journey, newest first. */
    @WithSession
    public Uni<List<Published>> versions(String workspace, UUID id) {
        return rows.versions(workspace, id, MAX_VERSIONS);
    }

    /** One version of a journey. */
    @WithSession
    public Uni<Published> version(String workspace, UUID id, int version) {
        return rows.version(workspace, id, version)
                .map(
                        found ->
                                found.orElseThrow(
                                        () -> Problem.notFound("version", id + "/" + version)));
    }

    /** A new journey with this plan. */
    @WithTransaction
    public Uni<Draft> begin(String workspace, JourneyPlan plan) {
        return rows.add(Draft.begun(Ids.v7(), workspace, plan, now()));
    }

    /** Another plan for a journey that nobody else changed since this revision. */
    @WithTransaction
    public Uni<Draft> edit(String workspace, UUID id, int revision, JourneyPlan plan) {
        return locked(workspace, id)
                .invoke(draft -> requireFresh(draft, revision))
                .chain(draft -> rows.change(draft.edited(plan, now())));
    }

    /** The draft becomes the next version. */
    @WithTransaction
    public Uni<Draft> publish(String workspace, UUID id, String person) {
        return locked(workspace, id)
                .invoke(Authoring::requirePublishable)
                .map(draft -> draft.published(now()))
                .call(draft -> rows.add(new Published(draft.definition(), person)))
                .call(draft -> tell(definition(draft.definition()), head(draft)))
                .chain(rows::change);
    }

    /** The published journey takes newcomers, takes none, or ends. */
    @WithTransaction
    public Uni<Draft> turn(String workspace, UUID id, JourneyState state) {
        return locked(workspace, id)
                .invoke(draft -> requireTurnable(draft, state))
                .map(draft -> draft.turned(state))
                .call(draft -> tell(head(draft)))
                .chain(rows::change);
    }

    private Uni<Draft> locked(String workspace, UUID id) {
        return rows.locked(workspace, id).map(found -> found.orElseThrow(() -> none(id)));
    }

    private Uni<Void> tell(OutboxRow... records) {
        return rows.getSession().chain(session -> Outbox.append(session, List.of(records)));
    }

    private static OutboxRow definition(JourneyDefinition version) {
        String key = Keys.version(version.workspace(), version.id(), version.version());
        return OutboxRow.of(Topics.JOURNEYS, key, CODEC, version, Spread.EVERY_PARTITION);
    }

    private static OutboxRow head(Draft draft) {
        String key = Keys.head(draft.workspace(), draft.id());
        return OutboxRow.of(Topics.JOURNEYS, key, CODEC, draft.head(), Spread.EVERY_PARTITION);
    }

    private static void requireFresh(Draft draft, int revision) {
        if (draft.revision() != revision) {
            throw new Problem(
                    ProblemCode.STALE_REVISION,
                    "The draft is at revision " + draft.revision() + ", not " + revision);
        }
    }

    private static void requirePublishable(Draft draft) {
        if (!draft.mayPublish()) {
            throw new Problem(
                    ProblemCode.CONFLICT, "Journey " + draft.id() + " has ended for good");
        }
        List<Flaw> flaws = draft.flaws();
        if (!flaws.isEmpty()) {
            throw new Problem(
                    ProblemCode.FLAWED,
                    "The draft has " + flaws.size() + " flaws",
                    flaws.stream()
                            .map(
                                    flaw ->
                                            new io.itinera.kit.problem.Flaw(
                                                    flaw.path(), flaw.message()))
                            .toList());
        }
    }

    private static void requireTurnable(Draft draft, JourneyState state) {
        if (!draft.mayTurn(state)) {
            String now =
                    Optional.ofNullable(draft.state()).map(JourneyState::name).orElse("a draft");
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "Journey " + draft.id() + " is " + now + " and cannot become " + state);
        }
    }

    private static Problem none(UUID id) {
        return Problem.notFound("journey", id);
    }

    /** As the database and the wire keep it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
