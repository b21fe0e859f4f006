package io.itinera.insights.api;

import io.itinera.insights.Insights;
import io.itinera.insights.domain.EventCount;
import io.itinera.insights.domain.FunnelAnswer;
import io.itinera.insights.domain.FunnelQuestion;
import io.itinera.insights.domain.PathQuestion;
import io.itinera.insights.domain.Reach;
import io.itinera.insights.domain.Sankey;
import io.itinera.insights.domain.Told;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.tenancy.Caller;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What customers did, and who they are. */
@Path("/insights")
@Blocking
public class InsightsResource {
    private static final int MAX_TOLD = 1_000;
    private static final int MAX_PAGE = 200;
    private static final UUID FIRST = new UUID(0, 0);

    private final Insights insights;
    private final Caller caller;

    @Inject
    InsightsResource(Insights insights, Caller caller) {
        this.insights = insights;
        this.caller = caller;
    }

    /** How far people came. */
    @POST
    @Path("/funnel")
    public FunnelAnswer funnel(FunnelQuestion question) {
        return insights.funnel(caller.workspace(), question);
    }

    /** Which ways they went. */
    @POST
    @Path("/paths")
    public Sankey paths(PathQuestion question) {
        return insights.paths(caller.workspace(), question);
    }

    /** Which events there are. */
    @GET
    @Path("/events")
    public Items<EventCount> events() {
        return Items.all(insights.events(caller.workspace()));
    }

    /** What a journey did with a customer, in order. */
    @GET
    @Path("/why")
    public Items<Told> why(
            @QueryParam("customer") @Nullable UUID customer,
            @QueryParam("journey") @Nullable UUID journey) {
        if (customer == null || journey == null) {
            throw new Problem(ProblemCode.BAD_REQUEST, "customer and journey are needed");
        }
        return Items.all(insights.why(caller.workspace(), customer, journey, MAX_TOLD));
    }

    /** The customers behind a number. */
    @POST
    @Path("/people")
    public Items<UUID> people(
            PeopleQuestion question,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") @Nullable UUID after) {
        int page = Math.clamp(limit, 1, MAX_PAGE);
        List<UUID> people = people(question, after == null ? FIRST : after, page);
        String next = people.size() < page ? null : people.getLast().toString();
        return new Items<>(people, next);
    }

    private List<UUID> people(PeopleQuestion question, UUID after, int limit) {
        FunnelQuestion funnel = question.funnel();
        Integer step = question.step();
        UUID journey = question.journey();
        String node = question.node();
        if (funnel != null && step != null) {
            Reach reach = question.dropped() ? Reach.NO_FURTHER : Reach.AT_LEAST;
            return insights.people(caller.workspace(), funnel, step, reach, after, limit);
        }
        if (journey != null && node != null) {
            return insights.people(caller.workspace(), journey, node, after, limit);
        }
        throw new Problem(
                ProblemCode.BAD_REQUEST,
                "Ask for a funnel and a step, or for a journey and a node");
    }
}
