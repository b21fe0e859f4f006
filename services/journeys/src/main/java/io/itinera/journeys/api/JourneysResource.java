package io.itinera.journeys.api;

import io.itinera.contracts.definitions.JourneyState;
import io.itinera.journeys.Authoring;
import io.itinera.journeys.api.JourneyViews.Beginning;
import io.itinera.journeys.api.JourneyViews.Created;
import io.itinera.journeys.api.JourneyViews.Edit;
import io.itinera.journeys.api.JourneyViews.Page;
import io.itinera.journeys.api.JourneyViews.Summary;
import io.itinera.journeys.api.JourneyViews.VersionMade;
import io.itinera.journeys.api.JourneyViews.Whole;
import io.itinera.journeys.api.JourneyViews.WholeVersion;
import io.itinera.journeys.domain.draft.Draft;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Journeys as their authors write and publish them. */
@Path("/journeys")
public class JourneysResource {
    private static final int MAX_LIMIT = 200;

    private final Authoring authoring;
    private final Caller caller;

    JourneysResource(Authoring authoring, Caller caller) {
        this.authoring = authoring;
        this.caller = caller;
    }

    @GET
    public Uni<Page<Summary>> list(
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") @Nullable UUID after) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new Problem(
                    ProblemCode.BAD_REQUEST, "limit is 1 to " + MAX_LIMIT + ", not " + limit);
        }
        return authoring
                .page(caller.workspace(), after, limit + 1)
                .map(found -> page(found, limit));
    }

    private static Page<Summary> page(List<Draft> found, int limit) {
        boolean more = found.size() > limit;
        List<Draft> shown = more ? found.subList(0, limit) : found;
        return new Page<>(
                shown.stream().map(Summary::of).toList(),
                more ? shown.getLast().id().toString() : null);
    }

    @POST
    @ResponseStatus(201)
    public Uni<Created> begin(Beginning beginning) {
        return authoring
                .begin(caller.workspace(), Required.body(beginning).plan())
                .map(draft -> new Created(draft.id()));
    }

    @GET
    @Path("/{id}")
    public Uni<Whole> journey(UUID id, @QueryParam("locale") @DefaultValue("en") String locale) {
        return authoring.draft(caller.workspace(), id).chain(draft -> whole(draft, locale));
    }

    @PUT
    @Path("/{id}/draft")
    public Uni<Whole> edit(
            UUID id, @QueryParam("locale") @DefaultValue("en") String locale, Edit edit) {
        Edit wanted = Required.body(edit);
        return authoring
                .edit(caller.workspace(), id, wanted.revision(), wanted.plan())
                .chain(draft -> whole(draft, locale));
    }

    @POST
    @Path("/{id}/publish")
    public Uni<VersionMade> publish(UUID id) {
        return authoring
                .publish(caller.workspace(), id, caller.person())
                .map(draft -> new VersionMade(draft.version()));
    }

    @POST
    @Path("/{id}/close")
    public Uni<Summary> close(UUID id) {
        return turn(id, JourneyState.closed);
    }

    @POST
    @Path("/{id}/open")
    public Uni<Summary> open(UUID id) {
        return turn(id, JourneyState.live);
    }

    @POST
    @Path("/{id}/end")
    public Uni<Summary> end(UUID id) {
        return turn(id, JourneyState.ended);
    }

    @GET
    @Path("/{id}/versions/{version}")
    public Uni<WholeVersion> version(
            UUID id, int version, @QueryParam("locale") @DefaultValue("en") String locale) {
        return authoring
                .version(caller.workspace(), id, version)
                .map(published -> WholeVersion.of(published, Locale.forLanguageTag(locale)));
    }

    private Uni<Summary> turn(UUID id, JourneyState state) {
        return authoring.turn(caller.workspace(), id, state).map(Summary::of);
    }

    private Uni<Whole> whole(Draft draft, String locale) {
        return authoring
                .versions(draft.workspace(), draft.id())
                .map(versions -> Whole.of(draft, versions, Locale.forLanguageTag(locale)));
    }
}
