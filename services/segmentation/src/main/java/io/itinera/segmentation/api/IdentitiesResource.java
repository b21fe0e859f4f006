package io.itinera.segmentation.api;

import io.itinera.kit.streams.Ask;
import io.itinera.kit.tenancy.Caller;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Who somebody is, and how we know. */
@Path("/customers/{id}/identities")
final class IdentitiesResource {
    private final Ledgers ledgers;
    private final Caller caller;

    IdentitiesResource(Ledgers ledgers, Caller caller) {
        this.ledgers = ledgers;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "Who a customer is, and how we know",
            description =
                    "Every name the customer is known to have, with the event that said it first,"
                            + " and the ledger of links, switches, claims, merges and un-merges with"
                            + " their evidence, oldest first. Whoever became another is answered as"
                            + " that other, with redirectedFrom.")
    public IdentitiesAnswer get(@RestPath UUID id, HttpServerRequest request) {
        String workspace = caller.workspace();
        Ask ask = Ask.of(request);
        return ask.passed() ? ledgers.known(workspace, id, ask) : ledgers.whole(workspace, id, ask);
    }
}
