package io.itinera.gateway.api;

import io.itinera.gateway.Workspaces;
import io.itinera.gateway.api.door.Entrance;
import io.itinera.gateway.api.door.Identities;
import io.itinera.gateway.domain.Role;
import io.itinera.kit.ids.Ids;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;

/** Workspaces: creating one, and its settings. */
@Path("/api/workspaces")
final class WorkspacesResource {
    private final Workspaces workspaces;
    private final Identities identities;
    private final CurrentVertxRequest request;

    WorkspacesResource(Workspaces workspaces, Identities identities, CurrentVertxRequest request) {
        this.workspaces = workspaces;
        this.identities = identities;
        this.request = request;
    }

    @POST
    public Uni<RestResponse<WorkspaceView>> create(WorkspaceRequest wanted) {
        return identities
                .current()
                .flatMap(person -> workspaces.create(person, wanted.checked(Ids.v7().toString())))
                .map(created -> WorkspaceView.of(created, Role.OWNER))
                .map(WorkspacesResource::created);
    }

    private static RestResponse<WorkspaceView> created(WorkspaceView view) {
        return RestResponse.ResponseBuilder.<WorkspaceView>created(
                        URI.create("/api/workspaces/" + view.id()))
                .entity(view)
                .build();
    }

    @GET
    @Path("/{workspace}")
    public Uni<WorkspaceView> one() {
        Entrance entrance = Entrance.of(request);
        return workspaces
                .one(entrance.workspace())
                .map(found -> WorkspaceView.of(found, entrance.member().role()));
    }

    @PUT
    @Path("/{workspace}")
    public Uni<WorkspaceView> replace(WorkspaceRequest wanted) {
        Entrance entrance = Entrance.of(request);
        return workspaces
                .replace(wanted.checked(entrance.workspace().toString()))
                .map(found -> WorkspaceView.of(found, entrance.member().role()));
    }
}
