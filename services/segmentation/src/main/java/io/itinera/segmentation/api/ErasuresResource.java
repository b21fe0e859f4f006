package io.itinera.segmentation.api;

import io.itinera.contracts.erasures.ErasuresRecord;
import io.itinera.contracts.events.SaidIdentities;
import io.itinera.kit.problem.Flaw;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.streams.Ask;
import io.itinera.kit.tenancy.Caller;
import io.itinera.segmentation.ErasureDesk;
import io.itinera.segmentation.Reading;
import io.itinera.segmentation.domain.identity.Named;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** People who are to be erased, and who were. */
@Path("/erasures")
final class ErasuresResource {
    /** No name is longer. */
    static final int MAX_LENGTH = SaidIdentities.MAX_LENGTH;

    private final ErasureDesk desk;
    private final Reading reading;
    private final Owners owners;
    private final Caller caller;

    ErasuresResource(ErasureDesk desk, Reading reading, Owners owners, Caller caller) {
        this.desk = desk;
        this.reading = reading;
        this.owners = owners;
        this.caller = caller;
    }

    /**
     * Who is to be erased, by any of their names.
     *
     * @param kind what sort of name: user, anonymous, email, phone or another
     * @param value the name
     */
    @RegisterForReflection
    record Wish(@Nullable String kind, @Nullable String value) {}

    /**
     * What was asked for.
     *
     * @param id the erasure, to be asked about at /erasures/{id}
     */
    @RegisterForReflection
    record Asked(UUID id) {
        static RestResponse<Asked> accepted(UUID id) {
            return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, new Asked(id))
                    .header("Location", "erasures/" + id)
                    .build();
        }
    }

    @POST
    @Operation(
            summary = "Erase a person by any of their names",
            description =
                    "Erases the customer who has the name, as DELETE /customers/{id} does. A name"
                            + " of which nothing is known is suppressed all the same: no event"
                            + " with it is taken. Where several customers have it, the answer is"
                            + " 409 and names them.")
    public Uni<RestResponse<Asked>> erase(@Nullable Wish wish, HttpServerRequest request) {
        String workspace = caller.workspace();
        String person = caller.person();
        Ask ask = Ask.of(request);
        Named name = named(wish);
        return Workers.run(() -> owners.of(workspace, name, ask))
                .chain(fate -> erase(workspace, fate, name, person));
    }

    private Uni<RestResponse<Asked>> erase(
            String workspace, Fates.Fate fate, Named name, String person) {
        UUID before = fate.erasure();
        Uni<UUID> erasure =
                before == null
                        ? desk.ask(workspace, fate.customer(), name, person)
                        : Uni.createFrom().item(before);
        return erasure.map(Asked::accepted);
    }

    private static Named named(@Nullable Wish wish) {
        String kind = wish == null ? null : wish.kind();
        String value = wish == null ? null : wish.value();
        if (fits(kind) && fits(value)) {
            return new Named(kind, value);
        }
        String where = fits(kind) ? "/value" : "/kind";
        throw new Problem(
                ProblemCode.FLAWED,
                "A name has a kind and a value",
                List.of(new Flaw(where, "has 1 to " + MAX_LENGTH + " characters")));
    }

    private static boolean fits(@Nullable String text) {
        return text != null && !text.isBlank() && text.length() <= MAX_LENGTH;
    }

    @GET
    @Operation(summary = "The latest erasures, newest first")
    public Items.Erasures list(HttpServerRequest request) {
        String workspace = caller.workspace();
        return Items.Erasures.newest(
                reading.ofAll(
                        Items.Erasures.class,
                        Ask.of(request),
                        () -> Items.Erasures.of(reading.erasures(workspace, Items.DEFAULT))));
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "The receipt of an erasure",
            description =
                    "What each service has taken out, when, and by when no file holds any of it."
                            + " A service that has no receipt here has not answered yet.")
    public ErasureAnswer get(@RestPath UUID id, HttpServerRequest request) {
        String workspace = caller.workspace();
        Ask ask = Ask.of(request);
        ErasureAnswer answer = find(workspace, id, ask);
        if (!answer.isKnown() && !ask.passed()) {
            throw Problem.notFound("erasure", id);
        }
        return answer;
    }

    private ErasureAnswer find(String workspace, UUID id, Ask ask) {
        return reading
                .ofAll(ErasureAnswer.class, ask.at("/erasures/" + id), () -> here(workspace, id))
                .stream()
                .reduce(ErasureAnswer.unknown(id), ErasureAnswer::with);
    }

    private ErasureAnswer here(String workspace, UUID id) {
        ErasureAnswer answer = ErasureAnswer.unknown(id);
        for (ErasuresRecord said : reading.erasure(workspace, id)) {
            answer = answer.with(said);
        }
        return answer;
    }

    @POST
    @Path("/{id}/lift")
    @Operation(
            summary = "Let an erased person in again",
            description =
                    "The person came back and agrees: from now on events with any of their"
                            + " identities are taken again, save those that another erased"
                            + " person has too. What was erased stays erased.")
    public Uni<RestResponse<Asked>> lift(@RestPath UUID id, HttpServerRequest request) {
        String workspace = caller.workspace();
        String person = caller.person();
        Ask ask = Ask.of(request);
        return Workers.run(() -> erased(workspace, id, ask))
                .chain(customer -> desk.lift(workspace, id, customer, person))
                .map(Asked::accepted);
    }

    /** Who was erased; only what is done can be lifted. */
    private UUID erased(String workspace, UUID id, Ask ask) {
        ErasureAnswer answer = find(workspace, id, ask);
        if (!answer.isKnown()) {
            throw Problem.notFound("erasure", id);
        }
        return answer.receipts().stream()
                .filter(it -> it.service().equals(ErasureDesk.SERVICE))
                .findFirst()
                .map(ErasureAnswer.Receipt::customer)
                .orElseThrow(
                        () -> new Problem(ProblemCode.CONFLICT, "The erasure is not done yet"));
    }
}
