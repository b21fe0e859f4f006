package io.itinera.segmentation.api;

import io.itinera.kit.tenancy.Caller;
import io.itinera.segmentation.AttributeDesk;
import io.itinera.segmentation.Reading;
import io.itinera.segmentation.domain.attributes.ReadyMade;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Attributes, the traits that a workspace derives: drafts and publishing. */
@Path("/attributes")
final class AttributesResource {
    private final AttributeDesk desk;
    private final Reading reading;
    private final Caller caller;

    AttributesResource(AttributeDesk desk, Reading reading, Caller caller) {
        this.desk = desk;
        this.reading = reading;
        this.caller = caller;
    }

    /** The version that was published. */
    public record Published(int version) {}

    @GET
    public Uni<AttributeAnswer.Page> list(
            @RestQuery @Nullable UUID after, @RestQuery @DefaultValue("50") int limit) {
        String workspace = caller.workspace();
        int size = Items.size(limit);
        return desk.list(workspace, after, size)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(page -> page(workspace, page, size));
    }

    private AttributeAnswer.Page page(String workspace, List<AttributeDesk.Draft> page, int size) {
        String next = page.size() < size ? null : page.getLast().id().toString();
        return new AttributeAnswer.Page(
                page.stream().map(it -> answer(it, workspace)).toList(), next);
    }

    @GET
    @Path("/ready-made")
    public AttributeAnswer.ReadyMade readyMade() {
        return new AttributeAnswer.ReadyMade(
                ReadyMade.all().stream()
                        .map(offer -> new AttributeRequest(offer.name(), offer.rule()))
                        .toList());
    }

    @POST
    @ResponseStatus(201)
    public Uni<AttributeAnswer> create(AttributeRequest wanted) {
        String workspace = caller.workspace();
        return desk.create(workspace, wanted.name(), wanted.rule())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(it -> answer(it, workspace));
    }

    @GET
    @Path("/{id}")
    public Uni<AttributeAnswer> get(@RestPath UUID id) {
        String workspace = caller.workspace();
        return desk.find(workspace, id)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(it -> answer(it, workspace));
    }

    @PUT
    @Path("/{id}")
    public Uni<AttributeAnswer> edit(@RestPath UUID id, AttributeRequest wanted) {
        String workspace = caller.workspace();
        return desk.edit(workspace, id, wanted.name(), wanted.rule())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(it -> answer(it, workspace));
    }

    @POST
    @Path("/{id}/publish")
    public Uni<Published> publish(@RestPath UUID id) {
        return desk.publish(caller.workspace(), id, caller.person()).map(Published::new);
    }

    @DELETE
    @Path("/{id}")
    public Uni<Response> archive(@RestPath UUID id) {
        return desk.archive(caller.workspace(), id).replaceWith(Response.noContent()::build);
    }

    private AttributeAnswer answer(AttributeDesk.Draft draft, String workspace) {
        return AttributeAnswer.of(draft, reading, workspace);
    }
}
