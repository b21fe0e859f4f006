package io.itinera.insights;

import io.itinera.conditions.Conditions;
import io.itinera.conditions.InvalidCondition;
import io.itinera.contracts.condition.Condition;
import io.itinera.insights.domain.EventCount;
import io.itinera.insights.domain.FilterLimits;
import io.itinera.insights.domain.FunnelAnswer;
import io.itinera.insights.domain.FunnelQuestion;
import io.itinera.insights.domain.JourneyFigures;
import io.itinera.insights.domain.JourneySummary;
import io.itinera.insights.domain.PathQuestion;
import io.itinera.insights.domain.Reach;
import io.itinera.insights.domain.Sankey;
import io.itinera.insights.domain.Told;
import io.itinera.insights.store.FunnelStore;
import io.itinera.insights.store.JourneyStore;
import io.itinera.insights.store.PathStore;
import io.itinera.insights.store.TransitionStore;
import io.itinera.kit.problem.Flaw;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked; questions that make no sense are refused before the store sees them. */
@Singleton
public final class Insights {
    private final FunnelStore funnels;
    private final PathStore paths;
    private final JourneyStore journeys;
    private final TransitionStore transitions;

    @Inject
    Insights(
            FunnelStore funnels,
            PathStore paths,
            JourneyStore journeys,
            TransitionStore transitions) {
        this.funnels = funnels;
        this.paths = paths;
        this.journeys = journeys;
        this.transitions = transitions;
    }

    /** How far people came. */
    public FunnelAnswer funnel(String workspace, FunnelQuestion question) {
        return funnels.answer(workspace, checked(question));
    }

    /**
     * The people who reached a step.
     *
     * @param step from 1
     */
    public List<UUID> people(
            String workspace,
            FunnelQuestion question,
            int step,
            Reach reach,
            UUID after,
            int limit) {
        if (step < 1 || step > question.steps().size()) {
            throw new Problem(ProblemCode.FLAWED, "There is no step " + step);
        }
        return funnels.people(workspace, checked(question), step, reach, after, limit);
    }

    /** The people who are at a node of a journey now. */
    public List<UUID> people(String workspace, UUID journey, String node, UUID after, int limit) {
        return journeys.waiting(workspace, journey, node, after, limit);
    }

    private static FunnelQuestion checked(FunnelQuestion question) {
        List<Flaw> flaws = new ArrayList<>();
        for (int at = 0; at < question.steps().size(); at++) {
            Condition where = question.steps().get(at).where();
            if (where != null) {
                check(where, "/steps/" + at + "/where", flaws);
            }
        }
        if (!flaws.isEmpty()) {
            throw new Problem(ProblemCode.FLAWED, "A step's condition does not hold", flaws);
        }
        return question;
    }

    private static void check(Condition where, String path, List<Flaw> flaws) {
        try {
            Conditions.compileFilter(where);
            if (Conditions.compile(where).bound()) {
                flaws.add(new Flaw(path, "there is no trigger in a funnel"));
            }
            FilterLimits.of(where, path)
                    .forEach(it -> flaws.add(new Flaw(it.path(), it.message())));
        } catch (InvalidCondition invalid) {
            invalid.flaws().forEach(it -> flaws.add(new Flaw(path + it.path(), it.message())));
        }
    }

    /** Which ways people go. */
    public Sankey paths(String workspace, PathQuestion question) {
        return paths.answer(workspace, question);
    }

    /** Every journey in one line. */
    public List<JourneySummary> journeys(String workspace) {
        return journeys.journeys(workspace);
    }

    /** What a journey did; all versions of it when none is named. */
    public JourneyFigures journey(String workspace, UUID journey, @Nullable Integer version) {
        return journeys.figures(workspace, journey, version);
    }

    /** What a journey did with one customer, the newest so many, in order. */
    public List<Told> why(String workspace, UUID customer, UUID journey, int limit) {
        return journeys.why(workspace, customer, journey, limit);
    }

    /** Which events there are. */
    public List<EventCount> events(String workspace) {
        return journeys.events(workspace);
    }

    /** Grows whenever what is told of this journey may have changed. */
    public long revision(String workspace, UUID journey) {
        return transitions.revision(workspace, journey);
    }
}
