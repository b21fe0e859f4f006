package io.itinera.collector.hooks.api;

import io.itinera.collector.hooks.Hooks;
import io.itinera.collector.hooks.Preset;
import io.itinera.kit.problem.Flaw;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.tenancy.Caller;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;

/** Webhooks before they come: the providers that are known, and a mapping tried. */
@Path("/webhooks")
final class WebhooksResource {
    private final Hooks hooks;
    private final Caller caller;

    @Inject
    WebhooksResource(Hooks hooks, Caller caller) {
        this.hooks = hooks;
        this.caller = caller;
    }

    /**
     * The providers.
     *
     * @param items in the order in which people look for them
     */
    @RegisterForReflection
    record Known(List<PresetView> items) {}

    @GET
    @Path("/presets")
    public Known presets() {
        return new Known(hooks.presets().stream().map(PresetView::of).toList());
    }

    @POST
    @Path("/dry-run")
    @Blocking
    public DryRunView dryRun(DryRunRequest request) {
        request.check();
        Preset preset =
                hooks.preset(request.preset())
                        .orElseThrow(
                                () ->
                                        new Problem(
                                                ProblemCode.FLAWED,
                                                "The delivery cannot be tried",
                                                List.of(new Flaw("/preset", "is not known"))));
        return DryRunView.of(
                hooks.dryRun(
                        caller.workspace(),
                        preset,
                        request.mappingOrNone(),
                        request.delivery(),
                        request.bytes()));
    }
}
