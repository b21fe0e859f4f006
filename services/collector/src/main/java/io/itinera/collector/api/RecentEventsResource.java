package io.itinera.collector.api;

import io.itinera.collector.LiveView;
import io.itinera.collector.domain.SeenEvent;
import io.itinera.collector.domain.SeenFilter;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.tenancy.Caller;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The newest events of the caller's workspace, taken or not, for people who look at their data. */
@Path("/events")
@NonBlocking
final class RecentEventsResource {
    /** Shorter than the idle timeouts on the way to the browser. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** Events that a slow stream is behind; those beyond are not shown there. */
    private static final int UNDER_WAY = 32;

    private final LiveView live;
    private final Caller caller;

    @Inject
    RecentEventsResource(LiveView live, Caller caller) {
        this.live = live;
        this.caller = caller;
    }

    /**
     * A page of events; there is only one.
     *
     * @param items the newest first
     */
    @RegisterForReflection
    record Events(List<RecentEvent> items) {}

    @GET
    public Events newest(
            @BeanParam EventFilter filter, @QueryParam("limit") @DefaultValue("100") int limit) {
        return new Events(
                live.newest(caller.workspace(), filter.parsed(), Math.max(0, limit)).stream()
                        .map(RecentEvent::of)
                        .toList());
    }

    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = RecentEvent.class)))
    public Multi<OutboundSseEvent> stream(@Context Sse sse, @BeanParam EventFilter filter) {
        String workspace = caller.workspace();
        SeenFilter wanted = filter.parsed();
        if (live.listeners(workspace) >= LiveView.MAX_LISTENERS) {
            throw new Problem(
                    ProblemCode.TOO_MANY_REQUESTS,
                    "At most " + LiveView.MAX_LISTENERS + " may look on at a time",
                    HEARTBEAT);
        }
        Multi<OutboundSseEvent> events =
                Multi.createFrom()
                        .<SeenEvent>emitter(
                                it -> it.onTermination(live.listen(workspace, wanted, it::emit)),
                                BackPressureStrategy.DROP)
                        .emitOn(Infrastructure.getDefaultWorkerPool(), UNDER_WAY)
                        .map(seen -> data(sse, seen));
        Multi<OutboundSseEvent> heartbeats =
                Multi.createFrom()
                        .ticks()
                        .every(HEARTBEAT)
                        .onOverflow()
                        .drop()
                        .map(_ -> sse.newEventBuilder().comment("").build());
        return Multi.createBy().merging().streams(events, heartbeats);
    }

    private static OutboundSseEvent data(Sse sse, SeenEvent seen) {
        return sse.newEventBuilder()
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(RecentEvent.of(seen))
                .build();
    }
}
