package io.itinera.messaging.api;

import io.itinera.kit.problem.Problem;
import io.itinera.kit.tenancy.Caller;
import io.itinera.messaging.Catalogue;
import io.itinera.messaging.domain.CatalogueItem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the workspace sells, with pictures. */
@Path("/catalogue/items")
public class CatalogueResource {
    private final Catalogue catalogue;
    private final Caller caller;

    @Inject
    CatalogueResource(Catalogue catalogue, Caller caller) {
        this.catalogue = catalogue;
        this.caller = caller;
    }

    /** How many items were taken. */
    record Stored(int stored) {}

    @PUT
    @Consumes({"application/json", "application/x-ndjson"})
    public Uni<Stored> put(byte[] body) {
        return catalogue.put(caller.workspace(), ItemReader.items(body)).map(Stored::new);
    }

    @GET
    public Uni<Page<Map<String, Object>>> list(
            @QueryParam("query") @Nullable String query,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        int most = Page.limit(limit);
        return catalogue
                .list(
                        caller.workspace(),
                        Checks.plain("/query", query),
                        Checks.plain("/after", after),
                        most + 1)
                .map(items -> Page.of(items, most, CatalogueResource::item, CatalogueItem::id));
    }

    @GET
    @Path("/{id}")
    public Uni<Map<String, Object>> one(@PathParam("id") String id) {
        return catalogue
                .find(caller.workspace(), Checks.name("item", id))
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("item", id))
                .map(CatalogueResource::item);
    }

    @DELETE
    @Path("/{id}")
    public Uni<Void> remove(@PathParam("id") String id) {
        return catalogue
                .remove(caller.workspace(), Checks.name("item", id))
                .invoke(
                        removed -> {
                            if (!removed) {
                                throw Problem.notFound("item", id);
                            }
                        })
                .replaceWithVoid();
    }

    private static Map<String, Object> item(CatalogueItem item) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("id", item.id());
        all.putAll(item.fields());
        return all;
    }
}
