package io.itinera.segmentation.api;

import io.itinera.kit.problem.Problem;
import io.itinera.kit.streams.Ask;
import io.itinera.kit.tenancy.Caller;
import io.itinera.segmentation.Reading;
import io.itinera.segmentation.domain.customer.Customer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Accounts: what is known of them, and who belongs to them. */
@Path("/accounts")
final class AccountsResource {
    private final Reading reading;
    private final Caller caller;

    AccountsResource(Reading reading, Caller caller) {
        this.reading = reading;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "Accounts, by what they are called",
            description = "The first " + Items.DEFAULT + " of those whose id or name begins so.")
    public Items.Accounts list(
            @Parameter(description = "How their id or their name begins, in any capitals")
                    @RestQuery
                    @Nullable String query,
            HttpServerRequest request) {
        String workspace = caller.workspace();
        String beginning = query == null ? "" : query.strip();
        return new Items.Accounts(
                reading
                        .ofAll(
                                Items.Accounts.class,
                                Ask.of(request),
                                () -> listHere(workspace, beginning))
                        .stream()
                        .flatMap(page -> page.items().stream())
                        .sorted(Comparator.comparing(account -> account.found(beginning)))
                        .limit(Items.DEFAULT)
                        .toList());
    }

    private Items.Accounts listHere(String workspace, String beginning) {
        return new Items.Accounts(
                reading.accounts(workspace, beginning, Items.DEFAULT).stream()
                        .map(AccountAnswer.Brief::of)
                        .toList());
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "What is known of an account",
            description = "Its traits with their source and time, and how many members it has.")
    public AccountAnswer get(@RestPath UUID id, HttpServerRequest request) {
        return known(caller.workspace(), id, Ask.of(request));
    }

    private AccountAnswer known(String workspace, UUID id, Ask ask) {
        return reading.ofAccount(
                workspace,
                id,
                AccountAnswer.class,
                ask,
                () ->
                        reading.account(workspace, id)
                                .map(AccountAnswer::of)
                                .orElseThrow(() -> Problem.notFound("account", id)));
    }

    @GET
    @Path("/{id}/members")
    @Operation(
            summary = "Who belongs to an account",
            description = "Page by page, in the order of the customers' ids.")
    public Items.AccountMembers members(
            @RestPath UUID id,
            @Parameter(description = "The next of the page before") @RestQuery @Nullable UUID after,
            @RestQuery @DefaultValue("50") int limit,
            HttpServerRequest request) {
        String workspace = caller.workspace();
        Ask ask = Ask.of(request);
        int size = Items.size(limit);
        if (!ask.passed()) {
            known(workspace, id, ask.at("/accounts/" + id).anew());
        }
        return Items.AccountMembers.of(
                reading.ofAll(
                        Items.AccountMembers.class,
                        ask,
                        () -> membersHere(workspace, id, after, size)),
                size);
    }

    /** Who has left meanwhile is not shown; the page ends behind them all the same. */
    private Items.AccountMembers membersHere(
            String workspace, UUID id, @Nullable UUID after, int limit) {
        List<UUID> here = reading.membersOfAccount(workspace, id, after, limit);
        return new Items.AccountMembers(
                here.stream()
                        .flatMap(member -> reading.find(workspace, member).stream())
                        .filter(Customer.class::isInstance)
                        .flatMap(it -> AccountMemberAnswer.of((Customer) it, id).stream())
                        .toList(),
                here.size() < limit ? null : here.getLast().toString());
    }
}
