package io.itinera.gateway.api;

import io.itinera.gateway.Sources;
import io.itinera.gateway.api.door.Entrance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Where events come from, and the keys that let them in. */
@Path("/api/workspaces/{workspace}/sources")
final class SourcesResource {
    private final Sources sources;
    private final CurrentVertxRequest request;

    SourcesResource(Sources sources, CurrentVertxRequest request) {
        this.sources = sources;
        this.request = request;
    }

    @GET
    public Uni<Listing<SourceView>> list(
            @QueryParam("limit") @DefaultValue(Listing.DEFAULT_LIMIT) int limit,
            @QueryParam("after") @Nullable UUID after) {
        return sources.in(Entrance.of(request).workspace())
                .map(all -> all.stream().map(SourceView::of).toList())
                .map(all -> Listing.page(all, SourceView::id, limit, after));
    }

    @POST
    @ResponseStatus(201)
    public Uni<SourceView> add(SourceRequest wanted) {
        return sources.add(Entrance.of(request).workspace(), wanted.checked()).map(SourceView::of);
    }

    @PUT
    @Path("/{source}")
    public Uni<SourceView> edit(@PathParam("source") UUID source, SourceRequest wanted) {
        return sources.edit(Entrance.of(request).workspace(), source, wanted.checked())
                .map(SourceView::of);
    }

    @POST
    @Path("/{source}/rotate")
    public Uni<SourceView> rotate(@PathParam("source") UUID source) {
        return sources.rotate(Entrance.of(request).workspace(), source).map(SourceView::of);
    }

    @DELETE
    @Path("/{source}/keys/old")
    public Uni<SourceView> dropOldKey(@PathParam("source") UUID source) {
        return sources.dropOldKey(Entrance.of(request).workspace(), source).map(SourceView::of);
    }

    @DELETE
    @Path("/{source}/webhook")
    public Uni<SourceView> dropWebhook(@PathParam("source") UUID source) {
        return sources.dropWebhook(Entrance.of(request).workspace(), source).map(SourceView::of);
    }
}
