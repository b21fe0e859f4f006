package io.itinera.segmentation.api;

import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.streams.Ask;
import io.itinera.kit.tenancy.Caller;
import io.itinera.segmentation.ErasureDesk;
import io.itinera.segmentation.Reading;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Excerpt;
import io.itinera.segmentation.domain.customer.Resident;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Customers: who they are, what they did. */
@Path("/customers")
final class CustomersResource {
    /** Who became another, who became another: so many are followed. */
    static final int MAX_MERGES_IN_A_ROW = 20;

    private final Reading reading;
    private final ErasureDesk desk;
    private final Fates fates;
    private final Caller caller;
    private final Clock clock = Clock.systemUTC();

    CustomersResource(Reading reading, ErasureDesk desk, Fates fates, Caller caller) {
        this.reading = reading;
        this.desk = desk;
        this.fates = fates;
        this.caller = caller;
    }

    @GET
    public Items.Customers list(
            @Parameter(description = "Any of their identities, or how it begins") @RestQuery
                    @Nullable String query,
            @Parameter(description = "Whether the query is all of it")
                    @RestQuery
                    @DefaultValue("beginning")
                    Match match,
            HttpServerRequest request) {
        String workspace = caller.workspace();
        Ask ask = Ask.of(request);
        Map<UUID, CustomerAnswer.Brief> found = new LinkedHashMap<>();
        reading.ofAll(Items.Customers.class, ask, () -> here(workspace, query, match, ask)).stream()
                .flatMap(page -> page.items().stream())
                .forEach(brief -> found.putIfAbsent(brief.id(), brief));
        return new Items.Customers(
                found.values().stream()
                        .sorted(
                                Comparator.comparing(
                                        CustomerAnswer.Brief::lastSeen,
                                        Comparator.nullsLast(Comparator.reverseOrder())))
                        .limit(Items.DEFAULT)
                        .toList());
    }

    /** Who was found here may live elsewhere by now: under a name they had before a merge. */
    private Items.Customers here(String workspace, @Nullable String query, Match match, Ask ask) {
        return new Items.Customers(
                found(workspace, query, match).stream()
                        .flatMap(id -> brief(workspace, id, ask(id, ask)))
                        .distinct()
                        .toList());
    }

    /** None of somebody who was erased since they were found. */
    private Stream<CustomerAnswer.Brief> brief(String workspace, UUID id, Ask ask) {
        try {
            return Stream.of(follow(workspace, id, ask).brief());
        } catch (Problem gone) {
            if (gone.code() == ProblemCode.NOT_FOUND) {
                return Stream.empty();
            }
            throw gone;
        }
    }

    private List<UUID> found(String workspace, @Nullable String query, Match match) {
        if (query == null || query.isBlank()) {
            return reading.recent(workspace);
        }
        String identity = query.strip();
        return switch (match) {
            case beginning -> reading.search(workspace, identity, Items.DEFAULT);
            case whole -> reading.named(workspace, identity, Items.DEFAULT);
        };
    }

    @GET
    @Path("/{id}")
    public CustomerAnswer get(@RestPath UUID id, HttpServerRequest request) {
        String workspace = caller.workspace();
        Ask ask = Ask.of(request);
        return ask.passed() ? known(workspace, id, ask) : follow(workspace, id, ask);
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Erase a person",
            description =
                    "Takes everything known of the customer, and of everyone who had become them,"
                            + " out of every answer within seconds, and out of files by the date"
                            + " that the receipt at /erasures/{id} says. Their identities stay as"
                            + " hashes, so that nothing more is taken of them. It cannot be undone."
                            + " Asked again, it is answered with the same erasure.")
    public Uni<RestResponse<ErasuresResource.Asked>> erase(
            @RestPath UUID id, HttpServerRequest request) {
        String workspace = caller.workspace();
        String person = caller.person();
        Ask ask = Ask.of(request);
        return Workers.run(() -> fates.follow(workspace, id, ask))
                .chain(fate -> erase(workspace, fate, person))
                .map(ErasuresResource.Asked::accepted);
    }

    private Uni<UUID> erase(String workspace, Fates.Fate fate, String person) {
        if (fate.erasure() != null) {
            return Uni.createFrom().item(fate.erasure());
        }
        if (!fate.known()) {
            throw Problem.notFound("customer", fate.customer());
        }
        return desk.ask(workspace, fate.customer(), null, person);
    }

    @GET
    @Path("/{id}/erasure")
    @Operation(summary = "What became of a customer: whom they are now, or how they were erased")
    public Fates.Fate erasure(@RestPath UUID id, HttpServerRequest request) {
        Ask ask = Ask.of(request);
        String workspace = caller.workspace();
        if (ask.passed()) {
            return fates.known(workspace, id, ask);
        }
        Fates.Fate fate = fates.follow(workspace, id, ask);
        if (!fate.known() && fate.erasure() == null) {
            throw Problem.notFound("customer", id);
        }
        return fate;
    }

    @GET
    @Path("/{id}/timeline")
    @Operation(
            summary = "What happened to a customer, newest first",
            description =
                    "Events that they did, outcomes: what journeys and messages came to, and what"
                            + " follows from them or from time under a name of its own.")
    public Items.Timeline timeline(
            @RestPath UUID id,
            @Parameter(description = "A moment, or the next of the page before") @RestQuery
                    @Nullable String before,
            @Parameter(description = "Nothing that happened earlier") @RestQuery
                    @Nullable String from,
            @Parameter(description = "The name of an event or outcome") @RestQuery
                    @Nullable String name,
            @RestQuery @DefaultValue("any") Excerpt.Kind kind,
            @RestQuery @DefaultValue("50") int limit,
            HttpServerRequest request) {
        String workspace = caller.workspace();
        Ask ask = Ask.of(request);
        Excerpt wanted =
                new Excerpt(
                        before(before),
                        from == null ? Instant.EPOCH : moment("from", from, Instant::parse),
                        name,
                        kind,
                        Items.size(limit));
        UUID owner = ask.passed() ? id : follow(workspace, id, ask(id, ask)).id();
        return reading.ofCustomer(
                workspace,
                owner,
                Items.Timeline.class,
                ask.at("/customers/" + owner + "/timeline?" + query(wanted)),
                () -> timelineHere(workspace, owner, wanted));
    }

    private static String query(Excerpt wanted) {
        String name = wanted.name();
        return "limit="
                + wanted.limit()
                + "&kind="
                + wanted.kind()
                + "&from="
                + wanted.from()
                + "&before="
                + encoded(wanted.before().toString())
                + (name == null ? "" : "&name=" + encoded(name));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Items.Timeline timelineHere(String workspace, UUID id, Excerpt wanted) {
        Excerpt.Page page =
                reading.timeline(workspace, id, wanted)
                        .orElseThrow(() -> Problem.notFound("customer", id));
        return new Items.Timeline(
                page.entries().stream().map(TimelineAnswer::of).toList(),
                page.next() == null ? null : page.next().toString());
    }

    /** A customer, or the one whom they have become. */
    private CustomerAnswer follow(String workspace, UUID id, Ask ask) {
        CustomerAnswer answer = known(workspace, id, ask);
        for (int hops = 0; answer.movedTo() != null && hops < MAX_MERGES_IN_A_ROW; hops++) {
            UUID into = answer.movedTo();
            answer = known(workspace, into, ask(into, ask)).redirectedFrom(id);
        }
        return answer;
    }

    private CustomerAnswer known(String workspace, UUID id, Ask ask) {
        return reading.ofCustomer(
                workspace, id, CustomerAnswer.class, ask, () -> knownHere(workspace, id));
    }

    private CustomerAnswer knownHere(String workspace, UUID id) {
        Resident resident =
                reading.find(workspace, id).orElseThrow(() -> Problem.notFound("customer", id));
        return switch (resident) {
            case Customer customer ->
                    CustomerAnswer.of(customer, reading.accountsKnownTo(customer));
            case Resident.Erased _ -> throw Problem.notFound("customer", id);
            case Resident.Moved moved -> CustomerAnswer.moved(id, moved.into());
        };
    }

    private static Ask ask(UUID customer, Ask ask) {
        return ask.at("/customers/" + customer).anew();
    }

    private Excerpt.Place before(@Nullable String before) {
        return before == null
                ? new Excerpt.Place(clock.instant().plus(Duration.ofDays(1)), null)
                : moment("before", before, Excerpt.Place::parse);
    }

    private static <T> T moment(String parameter, String text, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (DateTimeParseException e) {
            throw new Problem(ProblemCode.BAD_REQUEST, parameter + " is not an ISO-8601 instant");
        }
    }
}
