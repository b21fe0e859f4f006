package io.itinera.journeys.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.itinera.contracts.definitions.JourneyPlan;
import io.itinera.journeys.Authoring;
import io.itinera.journeys.api.JourneyViews.Created;
import io.itinera.journeys.domain.recipe.InvalidParameters;
import io.itinera.journeys.domain.recipe.Parameter;
import io.itinera.journeys.domain.recipe.Recipe;
import io.itinera.kit.problem.Flaw;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Journeys that need only be filled in. */
@Path("/recipes")
public class RecipesResource {
    private final Authoring authoring;
    private final Caller caller;

    RecipesResource(Authoring authoring, Caller caller) {
        this.authoring = authoring;
        this.caller = caller;
    }

    /** A recipe in the reader's language. */
    record RecipeView(
            String key, String title, String description, List<ParameterView> parameters) {
        static RecipeView of(Recipe recipe, Locale locale) {
            return new RecipeView(
                    recipe.key(),
                    recipe.title().in(locale),
                    recipe.description().in(locale),
                    recipe.parameters().stream()
                            .map(parameter -> ParameterView.of(parameter, locale))
                            .toList());
        }
    }

    /** Something to fill in, in the reader's language. */
    record ParameterView(
            String name,
            String label,
            Parameter.Kind kind,
            @JsonProperty("default") @Nullable String byDefault,
            boolean required) {
        static ParameterView of(Parameter parameter, Locale locale) {
            return new ParameterView(
                    parameter.name(),
                    parameter.label().in(locale),
                    parameter.kind(),
                    parameter.byDefault(),
                    parameter.required());
        }
    }

    /** Every recipe. */
    record RecipesView(List<RecipeView> items) {}

    /** What was filled in, by parameter. */
    record Filled(Map<String, String> parameters) {
        Filled {
            parameters = parameters == null ? Map.of() : Map.copyOf(parameters);
        }
    }

    @GET
    public RecipesView list(@QueryParam("locale") @DefaultValue("en") String locale) {
        Locale language = Locale.forLanguageTag(locale);
        return new RecipesView(
                Recipe.ALL.stream().map(recipe -> RecipeView.of(recipe, language)).toList());
    }

    @POST
    @Path("/{key}")
    @ResponseStatus(201)
    public Uni<Created> fill(String key, Filled filled) {
        Recipe recipe =
                Recipe.ALL.stream()
                        .filter(each -> each.key().equals(key))
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("recipe", key));
        JourneyPlan plan = plan(recipe, Required.body(filled));
        return authoring.begin(caller.workspace(), plan).map(draft -> new Created(draft.id()));
    }

    private static JourneyPlan plan(Recipe recipe, Filled filled) {
        try {
            return recipe.fill(filled.parameters());
        } catch (InvalidParameters invalid) {
            List<Flaw> flaws =
                    new TreeMap<>(invalid.wrong())
                            .entrySet().stream()
                                    .map(
                                            each ->
                                                    new Flaw(
                                                            "/parameters/" + each.getKey(),
                                                            each.getValue()))
                                    .toList();
            throw new Problem(
                    ProblemCode.FLAWED, "The recipe cannot be filled in like this", flaws);
        }
    }
}
