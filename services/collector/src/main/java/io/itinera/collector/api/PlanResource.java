package io.itinera.collector.api;

import io.itinera.collector.domain.PlannedEvent;
import io.itinera.collector.plan.Plans;
import io.itinera.kit.problem.Flaw;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The tracking plan of the caller's workspace, beside what really comes in. */
@Path("/plan/events")
public class PlanResource {
    private static final int MAX_NAME = 200;
    private static final int MAX_DESCRIPTION = 2_000;

    private final Plans plans;
    private final Caller caller;

    @Inject
    PlanResource(Plans plans, Caller caller) {
        this.plans = plans;
        this.caller = caller;
    }

    @GET
    public Uni<Page<PlanItem>> list(
            @QueryParam("query") @Nullable String query,
            @Parameter(
                            description =
                                    "true for names that the plan has, false for those that only came in")
                    @QueryParam("planned")
                    @Nullable Boolean planned,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        int most = Parameters.limit(limit);
        return plans.list(
                        caller.workspace(),
                        Parameters.text("after", after),
                        Parameters.text("query", query),
                        planned,
                        most + 1)
                .map(rows -> Page.of(rows, most, PlanItem::of, PlannedEvent::name));
    }

    @GET
    @Path("/{name:.+}")
    public Uni<PlanDetail> one(@PathParam("name") String name) {
        return plans.find(caller.workspace(), known(name)).map(PlanDetail::of);
    }

    @PUT
    @Path("/{name:.+}")
    public Uni<PlanDetail> put(@PathParam("name") String name, DefinitionBody body) {
        refuse(flaws(name, body));
        return plans.put(
                        caller.workspace(),
                        name,
                        body.describes(),
                        body.schemaOrEmpty(),
                        caller.person())
                .map(PlanDetail::of);
    }

    @DELETE
    @Path("/{name:.+}")
    public Uni<Void> delete(@PathParam("name") String name) {
        return plans.delete(caller.workspace(), known(name));
    }

    /** What no column takes names nothing. */
    private static String known(String name) {
        if (isNoText(name)) {
            throw Problem.notFound("event", name);
        }
        return name;
    }

    private static List<Flaw> flaws(String name, DefinitionBody body) {
        List<Flaw> flaws = new ArrayList<>();
        if (name.isBlank() || name.length() > MAX_NAME || isNoText(name)) {
            flaws.add(new Flaw("", "an event's name has 1 to " + MAX_NAME + " characters"));
        }
        if (body.describes().length() > MAX_DESCRIPTION || isNoText(body.describes())) {
            flaws.add(new Flaw("/description", "has at most " + MAX_DESCRIPTION + " characters"));
        }
        return flaws;
    }

    private static boolean isNoText(String text) {
        return text.indexOf('\u0000') >= 0;
    }

    private static void refuse(List<Flaw> flaws) {
        if (!flaws.isEmpty()) {
            throw new Problem(ProblemCode.FLAWED, "The definition cannot be used", flaws);
        }
    }
}
