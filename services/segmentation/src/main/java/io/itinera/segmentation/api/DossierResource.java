package io.itinera.segmentation.api;

import io.itinera.kit.streams.Ask;
import io.itinera.kit.tenancy.Caller;
import io.itinera.segmentation.CustomerRows;
import io.itinera.segmentation.Exports;
import io.itinera.segmentation.Reading;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

/** Everything that is known of one customer, as a file. */
@Path("/customers/{id}/export")
final class DossierResource {
    private static final String NDJSON = "application/x-ndjson";

    private final Ledgers ledgers;
    private final Reading reading;
    private final Exports exports;
    private final Caller caller;

    DossierResource(Ledgers ledgers, Reading reading, Exports exports, Caller caller) {
        this.ledgers = ledgers;
        this.reading = reading;
        this.exports = exports;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "Everything that is known of a customer, as a file",
            description =
                    "Lines of JSON; each says by about what it is: identity, ledger, profile (with"
                            + " traits, scores, tags and consents, and where each comes from),"
                            + " membership, timer, timeline (newest first). Streamed, however long"
                            + " it is. A file that could not be finished ends the connection"
                            + " without its last part.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema = @Schema(implementation = CustomerAnswer.class)))
    public Uni<Response> export(@RestPath UUID id, HttpServerRequest request) {
        String workspace = caller.workspace();
        Ask ask = Ask.of(request);
        return Uni.createFrom()
                .item(() -> ask.passed() ? part(workspace, id, ask) : whole(workspace, id, ask))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Response whole(String workspace, UUID id, Ask ask) {
        IdentitiesAnswer known = ledgers.whole(workspace, id, ask);
        UUID now = known.customer();
        return file(workspace, now, Dossier.head(known), ask.at("/customers/" + now + "/export"));
    }

    private Response part(String workspace, UUID id, Ask ask) {
        return file(workspace, id, "", ask);
    }

    private Response file(String workspace, UUID id, String head, Ask ask) {
        Exports.Wanted wanted =
                CustomerRows.wanted(workspace, id, head, new Dossier(reading::accountsKnownTo));
        StreamingOutput body = out -> exports.write(wanted, ask, out);
        return Response.ok(body, NDJSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"customer-" + id + ".ndjson\"")
                .build();
    }
}
