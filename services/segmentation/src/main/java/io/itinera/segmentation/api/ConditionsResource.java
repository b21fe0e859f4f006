package io.itinera.segmentation.api;

import io.itinera.conditions.Conditions;
import io.itinera.conditions.InvalidCondition;
import io.itinera.contracts.condition.Condition;
import io.itinera.kit.problem.Flaw;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestQuery;

/** Conditions in plain words. */
@Path("/conditions")
final class ConditionsResource {

    /** What is to be said. */
    public record Wanted(Condition condition) {}

    /** As a person would say it. */
    public record Described(String words) {}

    @POST
    @Path("/describe")
    public Described describe(Wanted wanted, @RestQuery @DefaultValue("en") String locale) {
        try {
            Conditions.compile(wanted.condition());
        } catch (InvalidCondition e) {
            throw new Problem(
                    ProblemCode.FLAWED,
                    "The condition makes no sense",
                    e.flaws().stream()
                            .map(flaw -> new Flaw("/condition" + flaw.path(), flaw.message()))
                            .toList());
        }
        return new Described(Conditions.print(wanted.condition(), Locale.forLanguageTag(locale)));
    }
}
