package io.itinera.insights.api;

import io.itinera.insights.Insights;
import io.itinera.insights.domain.JourneyFigures;
import io.itinera.insights.domain.JourneySummary;
import io.itinera.kit.tenancy.Caller;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What journeys did, now and as it changes. */
@Path("/insights/journeys")
@Blocking
public class JourneysResource {
    private static final Duration GLANCE = Duration.ofMillis(500);

    /** Shorter than the idle timeouts on the way to the browser. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Insights insights;
    private final Caller caller;

    @Inject
    JourneysResource(Insights insights, Caller caller) {
        this.insights = insights;
        this.caller = caller;
    }

    /** Every journey in one line. */
    @GET
    public Items<JourneySummary> journeys() {
        return Items.all(insights.journeys(caller.workspace()));
    }

    /** One journey's figures. */
    @GET
    @Path("/{id}")
    public JourneyFigures journey(
            @PathParam("id") UUID id, @QueryParam("version") @Nullable Integer version) {
        return insights.journey(caller.workspace(), id, version);
    }

    /** The same at once, and again whenever it has changed. */
    @GET
    @Path("/{id}/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @NonBlocking
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = JourneyFigures.class)))
    public Multi<OutboundSseEvent> stream(
            @PathParam("id") UUID id,
            @QueryParam("version") @Nullable Integer version,
            @Context Sse sse) {
        String workspace = caller.workspace();
        Multi<OutboundSseEvent> figures =
                every(GLANCE)
                        .map(_ -> insights.revision(workspace, id))
                        .skip()
                        .repetitions()
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(_ -> insights.journey(workspace, id, version))
                        .skip()
                        .repetitions()
                        .map(it -> data(sse, it));
        Multi<OutboundSseEvent> heartbeats =
                every(HEARTBEAT).map(_ -> sse.newEventBuilder().comment("").build());
        return Multi.createBy().merging().streams(figures, heartbeats);
    }

    private static Multi<Long> every(Duration period) {
        return Multi.createFrom().ticks().every(period).onOverflow().drop();
    }

    private static OutboundSseEvent data(Sse sse, JourneyFigures figures) {
        return sse.newEventBuilder()
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(figures)
                .build();
    }
}
