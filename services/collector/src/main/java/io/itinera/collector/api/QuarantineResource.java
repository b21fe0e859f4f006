package io.itinera.collector.api;

import io.itinera.collector.domain.Positions;
import io.itinera.collector.domain.QuarantineFilter;
import io.itinera.collector.plan.Quarantine;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.tenancy.Caller;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** What of the caller's workspace could not be used, and its second chance. */
@Path("/quarantine")
public class QuarantineResource {
    private final Quarantine quarantine;
    private final Caller caller;

    @Inject
    QuarantineResource(Quarantine quarantine, Caller caller) {
        this.quarantine = quarantine;
        this.caller = caller;
    }

    /** The newest first. A page may be empty and have a next one: each is a bounded search. */
    @GET
    @Blocking
    public Page<QuarantinedItem> list(
            @QueryParam("source") @Nullable String source,
            @QueryParam("reason") @Nullable String reason,
            @QueryParam("name") @Nullable String name,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        QuarantineFilter filter =
                new QuarantineFilter(
                        Parameters.id("source", source),
                        reason,
                        name,
                        Parameters.instant("from", from),
                        Parameters.instant("to", to));
        Quarantine.Shelf shelf =
                quarantine.newest(
                        caller.workspace(), filter, cursor(after), Parameters.limit(limit));
        Positions next = shelf.next();
        return new Page<>(
                shelf.entries().stream()
                        .map(entry -> QuarantinedItem.of(entry, shelf.replayed()))
                        .toList(),
                next == null ? null : next.toString());
    }

    @GET
    @Path("/replays")
    public Uni<Page<ReplayItem>> replays(@QueryParam("limit") @DefaultValue("50") int limit) {
        return quarantine
                .replays(caller.workspace(), Parameters.limit(limit))
                .map(found -> new Page<>(found.stream().map(ReplayItem::of).toList(), null));
    }

    @POST
    @Path("/replays")
    @ResponseStatus(202)
    public Uni<ReplayItem> replay(ReplayWish wish) {
        return quarantine
                .replay(caller.workspace(), wish.filter(), caller.person())
                .map(ReplayItem::of);
    }

    @GET
    @Path("/replays/{id}")
    public Uni<ReplayItem> one(@PathParam("id") String id) {
        return quarantine.replay(caller.workspace(), known(id)).map(ReplayItem::of);
    }

    private static UUID known(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException _) {
            throw Problem.notFound("replay", id);
        }
    }

    private static @Nullable Positions cursor(@Nullable String after) {
        return after == null
                ? null
                : Positions.parse(after)
                        .orElseThrow(
                                () -> Parameters.wrong("after", "is no place of a list", after));
    }
}
