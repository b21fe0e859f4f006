package io.itinera.segmentation.api;

import io.itinera.contracts.Identities;
import io.itinera.contracts.activity.Merge;
import io.itinera.kit.problem.Flaw;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.streams.Ask;
import io.itinera.kit.tenancy.Caller;
import io.itinera.segmentation.IdentityDesk;
import io.itinera.segmentation.domain.people.Union;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Merges that a person asks for, and asks to be undone. */
@Path("/customers/{id}/merges")
final class MergesResource {
    private final Ledgers ledgers;
    private final IdentityDesk desk;
    private final Caller caller;
    private final Clock clock = Clock.systemUTC();

    MergesResource(Ledgers ledgers, IdentityDesk desk, Caller caller) {
        this.ledgers = ledgers;
        this.desk = desk;
        this.caller = caller;
    }

    /**
     * Who is to be one with a customer.
     *
     * @param customer the other
     */
    @RegisterForReflection
    record Wish(@Nullable UUID customer) {}

    /**
     * What was asked for; the ledger shows it once it is done.
     *
     * @param request the evidence by which the ledger names it
     * @param from the customer that ends, or had ended
     * @param into the customer that goes on, or had gone on
     */
    @RegisterForReflection
    record Asked(String request, UUID from, UUID into) {}

    @POST
    @ResponseStatus(202)
    @Operation(
            summary = "Merge two customers",
            description =
                    "Two customers are one person, says whoever asks. One of them has to have a user"
                            + " id, and goes on; of two who have one, the one with the smaller id"
                            + " goes on, whichever was asked about. It is answered when it is safely"
                            + " noted and is done within seconds; the ledger of"
                            + " /customers/{id}/identities shows it then. It can be undone for 30"
                            + " days.")
    public Uni<Asked> merge(@RestPath UUID id, @Nullable Wish wish, HttpServerRequest request) {
        String workspace = caller.workspace();
        String person = caller.person();
        Ask ask = Ask.of(request);
        UUID other = wish == null ? null : wish.customer();
        if (other == null) {
            throw new Problem(
                    ProblemCode.FLAWED,
                    "A merge needs another customer",
                    List.of(new Flaw("/customer", "is missing")));
        }
        return onWorker(() -> directed(workspace, id, other, ask))
                .chain(
                        merge ->
                                desk.merge(workspace, merge, person)
                                        .map(it -> new Asked(it, merge.from(), merge.into())));
    }

    /** The same two are merged the same way, whoever asks and however often. */
    private Merge directed(String workspace, UUID id, UUID other, Ask ask) {
        IdentitiesAnswer one = ledgers.follow(workspace, id, ask);
        IdentitiesAnswer two = ledgers.follow(workspace, other, ask);
        if (one.customer().equals(two.customer())) {
            throw new Problem(ProblemCode.CONFLICT, "They are one customer already");
        }
        boolean oneHasUser = hasUser(one);
        boolean twoHasUser = hasUser(two);
        if (!oneHasUser && !twoHasUser) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "Neither of them has a user id: there is nobody whom the other could become");
        }
        boolean oneGoesOn =
                oneHasUser == twoHasUser
                        ? one.customer().compareTo(two.customer()) < 0
                        : oneHasUser;
        return oneGoesOn
                ? new Merge(two.customer(), one.customer())
                : new Merge(one.customer(), two.customer());
    }

    private static boolean hasUser(IdentitiesAnswer answer) {
        return answer.identities().stream().anyMatch(it -> it.kind().equals(Identities.USER));
    }

    @POST
    @Path("/{from}/undo")
    @ResponseStatus(202)
    @Operation(
            summary = "Undo a merge",
            description =
                    "Gives the customer that ended, from, their own events and everything known of"
                            + " them back, and asks every segment about both again. A merge can be"
                            + " undone for 30 days, the last one first. What was linked by it is"
                            + " nobody's again, and no later login merges the two: only a person"
                            + " can. It is answered when it is safely noted; the ledger shows it"
                            + " once it is done.")
    public Uni<Asked> undo(@RestPath UUID id, @RestPath UUID from, HttpServerRequest request) {
        String workspace = caller.workspace();
        String person = caller.person();
        Ask ask = Ask.of(request);
        return onWorker(() -> undoable(workspace, id, from, ask))
                .chain(
                        merge ->
                                desk.undo(workspace, from, person)
                                        .map(it -> new Asked(it, from, merge.into())));
    }

    private Merge undoable(String workspace, UUID id, UUID from, Ask ask) {
        IdentitiesAnswer ended = ledgers.known(workspace, from, ask);
        UUID into = ended.movedTo();
        if (into == null) {
            throw new Problem(ProblemCode.CONFLICT, "Customer " + from + " is themselves");
        }
        IdentitiesAnswer now = ledgers.known(workspace, into, ask);
        if (now.movedTo() != null) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "Customer %s has become %s since: undo that merge first"
                            .formatted(into, now.movedTo()));
        }
        if (!now.customer().equals(ledgers.follow(workspace, id, ask).customer())) {
            throw Problem.notFound("merge", from);
        }
        if (!now.canUndo(from, clock.instant())) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "A merge can be undone for %d days; this one is older"
                            .formatted(Union.UNDOABLE.toDays()));
        }
        return new Merge(from, into);
    }

    /** Reads of other instances block; what follows them goes on where the request began. */
    private static <T> Uni<T> onWorker(Supplier<T> read) {
        Context context = Vertx.currentContext();
        return Uni.createFrom()
                .item(read)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(command -> context.runOnContext(_ -> command.run()));
    }
}
