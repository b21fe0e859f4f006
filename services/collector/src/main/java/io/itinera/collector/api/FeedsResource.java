package io.itinera.collector.api;

import io.itinera.collector.Feeds;
import io.itinera.kit.tenancy.Caller;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the caller's sources declare of themselves. */
@Path("/feeds")
public class FeedsResource {
    private final Feeds feeds;
    private final Caller caller;

    @Inject
    FeedsResource(Feeds feeds, Caller caller) {
        this.feeds = feeds;
        this.caller = caller;
    }

    /**
     * A declaration as it is sent.
     *
     * @param completeUpTo up to when everything has been sent
     */
    @RegisterForReflection
    public record Declaration(Instant completeUpTo) {}

    /**
     * A declaration that the broker has.
     *
     * @param source whose
     * @param completeUpTo up to when everything has been sent
     */
    @RegisterForReflection
    public record Declared(UUID source, Instant completeUpTo) {}

    @POST
    @Path("/{source}/complete-up-to")
    @Blocking
    @Operation(
            summary = "Declare Complete",
            description =
                    "All of this source's events up to the given moment have been sent. What waits"
                            + " for late events of it need not wait for earlier ones any more. May"
                            + " be said again, and again with a later moment; an earlier one changes"
                            + " nothing.")
    public Declared declare(@PathParam("source") UUID source, Declaration declaration) {
        feeds.declare(caller.workspace(), source, declaration.completeUpTo());
        return new Declared(source, declaration.completeUpTo());
    }
}
