package io.itinera.messaging.api;

import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.tenancy.Caller;
import io.itinera.messaging.Deliveries;
import io.itinera.messaging.domain.delivery.DeliveryFilter;
import io.itinera.messaging.domain.delivery.DeliveryState;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What was sent to whom, and why or why not. */
@Path("/deliveries")
public class DeliveriesResource {
    private final Deliveries deliveries;
    private final Caller caller;

    @Inject
    DeliveriesResource(Deliveries deliveries, Caller caller) {
        this.deliveries = deliveries;
        this.caller = caller;
    }

    @GET
    public Uni<Page<DeliveryItem>> list(
            @QueryParam("customer") @Nullable String customer,
            @QueryParam("journey") @Nullable String journey,
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable Long after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        int most = Page.limit(limit);
        DeliveryFilter filter =
                new DeliveryFilter(
                        caller.workspace(),
                        Checks.parameter("customer", customer),
                        Checks.parameter("journey", journey),
                        state(state),
                        after,
                        most + 1);
        return deliveries
                .list(filter)
                .map(
                        found ->
                                Page.of(
                                        found,
                                        most,
                                        listing -> DeliveryItem.of(listing.delivery()),
                                        listing -> Long.toString(listing.sequence())));
    }

    @GET
    @Path("/{key}")
    public Uni<DeliveryDetail> one(@PathParam("key") String key) {
        return deliveries
                .find(caller.workspace(), Checks.id("delivery", key))
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("delivery", key))
                .map(DeliveryDetail::of);
    }

    private static @Nullable DeliveryState state(@Nullable String state) {
        return state == null
                ? null
                : DeliveryState.of(state)
                        .orElseThrow(
                                () ->
                                        new Problem(
                                                ProblemCode.BAD_REQUEST,
                                                "The parameter state is none: " + state));
    }
}
