package io.itinera.segmentation.api;

import io.itinera.kit.tenancy.Caller;
import io.itinera.segmentation.PersonalisationDesk;
import io.itinera.segmentation.PersonalisationDesk.Allowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the workspace's own web pages may know of whoever looks at them. */
@Path("/personalisation")
final class PersonalisationResource {
    private final PersonalisationDesk desk;
    private final Caller caller;

    PersonalisationResource(PersonalisationDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "What the workspace's web pages may know")
    public Uni<PersonalisationAnswer> get() {
        return desk.find(caller.workspace())
                .map(
                        found ->
                                found.map(PersonalisationAnswer::of)
                                        .orElse(PersonalisationAnswer.of(Allowed.NOTHING)));
    }

    @PUT
    @Operation(
            summary = "Decides what the workspace's web pages may know",
            description = "The first time makes their key. Pages follow within seconds.")
    public Uni<PersonalisationAnswer> put(PersonalisationRequest wanted) {
        return desk.allow(caller.workspace(), wanted.checked()).map(PersonalisationAnswer::of);
    }

    @POST
    @Path("/rotate")
    @Operation(
            summary = "Gives the pages another key",
            description = "Pages that still have the old one are told nothing within seconds.")
    public Uni<PersonalisationAnswer> rotate() {
        return desk.rotate(caller.workspace()).map(PersonalisationAnswer::of);
    }
}
