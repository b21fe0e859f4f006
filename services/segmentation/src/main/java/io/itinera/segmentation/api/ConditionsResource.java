package io.itinera.segmentation.api;

import io.itinera.conditions.Conditions;
import io.itinera.conditions.InvalidCondition;
import io.itinera.contracts.condition.Condition;
import io.itinera.kit.problem.Flaw;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.streams.Ask;
import io.itinera.kit.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Conditions in plain words, and why they hold. */
@Path("/conditions")
final class ConditionsResource {
    private final Explaining explaining;
    private final Caller caller;

    ConditionsResource(Explaining explaining, Caller caller) {
        this.explaining = explaining;
        this.caller = caller;
    }

    /** What is to be said. */
    public record Wanted(Condition condition) {}

    /** As a person would say it. */
    public record Described(String words) {}

    @POST
    @Path("/explain")
    @Operation(
            summary = "Why a condition holds for a customer, or not",
            description =
                    "The condition part by part, each with what made it so and what would turn it"
                            + " over. It need not be published.")
    public Uni<ExplainAnswer> explain(
            ExplainRequest wanted,
            @Parameter(description = "The language; the browser's when absent") @RestQuery
                    @Nullable Locale locale,
            HttpServerRequest request) {
        return explaining.explain(
                caller.workspace(), wanted, Languages.of(locale, request), Ask.of(request));
    }

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
