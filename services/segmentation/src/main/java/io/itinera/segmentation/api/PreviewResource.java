package io.itinera.segmentation.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.itinera.conditions.Compiled;
import io.itinera.kit.json.Json;
import io.itinera.kit.streams.Ask;
import io.itinera.kit.tenancy.Caller;
import io.itinera.segmentation.Previews;
import io.itinera.segmentation.Reading;
import io.itinera.segmentation.SegmentDesk;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What a segment would be before it is published. */
@Path("/segments/preview")
final class PreviewResource {
    private final SegmentDesk desk;
    private final Previews previews;
    private final Reading reading;
    private final Caller caller;
    private final Vertx vertx;

    PreviewResource(
            SegmentDesk desk, Previews previews, Reading reading, Caller caller, Vertx vertx) {
        this.vertx = vertx;
        this.desk = desk;
        this.previews = previews;
        this.reading = reading;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "What a segment would be",
            description =
                    "Counts everyone while they are few, else a sample, and says how far off that"
                            + " may be. Ends when nobody waits for the answer.")
    public Uni<PreviewAnswer> preview(PreviewAnswer.Wanted wanted, HttpServerRequest request) {
        String workspace = caller.workspace();
        Compiled condition = SegmentDesk.checked(wanted.condition());
        Ask ask = Ask.of(request).posting("/segments/preview/part", json(wanted));
        Context context = vertx.getOrCreateContext();
        return Uni.createFrom()
                .item(() -> parts(workspace, condition, ask, request))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(done -> context.runOnContext(_ -> done.run()))
                .chain(
                        parts ->
                                desk.names(workspace, PreviewAnswer.segments(parts))
                                        .map(names -> PreviewAnswer.of(parts, names)));
    }

    private List<PreviewAnswer.Part> parts(
            String workspace, Compiled condition, Ask ask, HttpServerRequest request) {
        return reading.ofAll(
                PreviewAnswer.Part.class, ask, () -> here(workspace, condition, request));
    }

    /** What this instance found, for the one that somebody asked. */
    @POST
    @Path("/part")
    @Operation(hidden = true)
    public Uni<PreviewAnswer.Part> part(PreviewAnswer.Wanted wanted, HttpServerRequest request) {
        String workspace = caller.workspace();
        Compiled condition = SegmentDesk.checked(wanted.condition());
        Ask ask = Ask.of(request);
        return Uni.createFrom()
                .item(() -> parts(workspace, condition, ask, request).getFirst())
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private PreviewAnswer.Part here(
            String workspace, Compiled condition, HttpServerRequest request) {
        Previews.Part part =
                previews.here(workspace, condition, () -> !request.response().closed());
        return new PreviewAnswer.Part(
                part.samples(), part.shown().stream().map(CustomerAnswer.Brief::of).toList());
    }

    private static String json(PreviewAnswer.Wanted wanted) {
        try {
            return Json.mapper().writeValueAsString(wanted);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a question is always JSON", e);
        }
    }
}
