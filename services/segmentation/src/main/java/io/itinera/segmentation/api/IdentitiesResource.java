package io.itinera.segmentation.api;

import io.itinera.kit.problem.Problem;
import io.itinera.kit.streams.Ask;
import io.itinera.kit.tenancy.Caller;
import io.itinera.segmentation.Reading;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.identity.LedgerLine;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Who somebody is, and how we know. */
@Path("/customers/{id}/identities")
final class IdentitiesResource {
    /** Of so many who became a customer the ledgers are shown with theirs. */
    static final int MAX_LEDGERS = 50;

    private final Reading reading;
    private final Caller caller;

    IdentitiesResource(Reading reading, Caller caller) {
        this.reading = reading;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "Who a customer is, and how we know",
            description =
                    "Every name the customer is known to have, with the event that said it first, and"
                            + " the ledger of links, switches, claims, merges and un-merges with their"
                            + " evidence, oldest first. Whoever became another is answered as that"
                            + " other, with redirectedFrom.")
    public IdentitiesAnswer get(@RestPath UUID id, HttpServerRequest request) {
        String workspace = caller.workspace();
        Ask ask = Ask.of(request);
        if (ask.passed()) {
            return known(workspace, id, ask);
        }
        IdentitiesAnswer answer = known(workspace, id, ask);
        for (int hops = 0; hops < CustomersResource.MAX_MERGES_IN_A_ROW; hops++) {
            UUID into = answer.movedTo();
            if (into == null) {
                return withLedgers(workspace, answer, ask);
            }
            answer = known(workspace, into, ask).redirectedFrom(id);
        }
        return answer;
    }

    private IdentitiesAnswer withLedgers(String workspace, IdentitiesAnswer answer, Ask ask) {
        IdentitiesAnswer whole = answer;
        Deque<UUID> open = new ArrayDeque<>(answer.joined());
        Set<UUID> asked = new HashSet<>();
        while (!open.isEmpty() && asked.size() < MAX_LEDGERS) {
            UUID joined = open.removeFirst();
            if (asked.add(joined)) {
                IdentitiesAnswer theirs = known(workspace, joined, ask);
                whole = whole.with(theirs.ledger());
                open.addAll(theirs.joined());
            }
        }
        return whole;
    }

    private IdentitiesAnswer known(String workspace, UUID id, Ask ask) {
        String uri = "/customers/" + id + "/identities";
        return reading.ofCustomer(
                workspace,
                id,
                IdentitiesAnswer.class,
                new Ask(uri, ask.authorization(), ask.passed()),
                () -> here(workspace, id));
    }

    private IdentitiesAnswer here(String workspace, UUID id) {
        Resident resident =
                reading.find(workspace, id).orElseThrow(() -> Problem.notFound("customer", id));
        List<LedgerLine> ledger = reading.ledger(workspace, id);
        return switch (resident) {
            case Customer customer -> IdentitiesAnswer.of(customer, ledger);
            case Resident.Moved moved -> IdentitiesAnswer.moved(id, moved.into(), ledger);
        };
    }
}
