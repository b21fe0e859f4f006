package io.itinera.gateway.api;

import io.itinera.gateway.Members;
import io.itinera.gateway.api.door.Entrance;
import io.itinera.gateway.domain.Role;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Who is in a workspace. */
@Path("/api/workspaces/{workspace}/members")
final class MembersResource {
    private final Members members;
    private final CurrentVertxRequest request;

    MembersResource(Members members, CurrentVertxRequest request) {
        this.members = members;
        this.request = request;
    }

    @GET
    public Uni<Listing<MemberView>> list(
            @QueryParam("limit") @DefaultValue(Listing.DEFAULT_LIMIT) int limit,
            @QueryParam("after") @Nullable UUID after) {
        return members.in(Entrance.of(request).workspace())
                .map(all -> all.stream().map(MemberView::of).toList())
                .map(all -> Listing.page(all, MemberView::id, limit, after));
    }

    @POST
    @ResponseStatus(201)
    public Uni<MemberView> invite(MemberRequest wanted) {
        MemberRequest invitation = wanted.checked();
        return members.invite(
                        Entrance.of(request).workspace(),
                        invitation.email(),
                        Role.named(invitation.role()))
                .map(MemberView::of);
    }

    @DELETE
    @Path("/{member}")
    public Uni<Void> remove(@PathParam("member") UUID member) {
        return members.remove(Entrance.of(request).workspace(), member);
    }
}
