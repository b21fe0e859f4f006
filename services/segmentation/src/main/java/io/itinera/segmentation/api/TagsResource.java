package io.itinera.segmentation.api;

import io.itinera.contracts.outcomes.OutcomeName;
import io.itinera.kit.problem.Flaw;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.streams.Ask;
import io.itinera.kit.tenancy.Caller;
import io.itinera.segmentation.TagDesk;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Tags of many customers at once: a list kept by hand. Its lines name customers, each by a user id,
 * an anonymous id or an address, as the first column of a CSV file.
 */
@Path("/tags")
@Consumes("text/csv")
final class TagsResource {
    /** How many lines a request has at most. */
    static final int MAX_LINES = 1_000;

    /** How many characters a tag has at most. */
    static final int MAX_NAME = 100;

    private final TagDesk desk;
    private final Namesakes namesakes;
    private final Caller caller;

    TagsResource(TagDesk desk, Namesakes namesakes, Caller caller) {
        this.desk = desk;
        this.namesakes = namesakes;
        this.caller = caller;
    }

    /**
     * What came of a list.
     *
     * @param customers how many were told
     * @param unknown the lines that name nobody
     */
    @RegisterForReflection
    record Told(int customers, List<String> unknown) {}

    private record Found(Set<UUID> customers, List<String> unknown) {}

    @POST
    @Path("/given")
    public Uni<Told> give(
            @RestQuery @Nullable String tag,
            @RestQuery @Nullable String until,
            String lines,
            HttpServerRequest request) {
        String name = named(tag);
        return say(
                new TagDesk.Word(OutcomeName.TAG_ADDED, name, caller.person(), moment(until)),
                identities(lines),
                request);
    }

    @POST
    @Path("/taken")
    public Uni<Told> take(
            @RestQuery @Nullable String tag, String lines, HttpServerRequest request) {
        String name = named(tag);
        return say(
                new TagDesk.Word(OutcomeName.TAG_REMOVED, name, caller.person(), null),
                identities(lines),
                request);
    }

    /** Looking customers up waits for siblings, so a worker does it; the rows are written here. */
    private Uni<Told> say(TagDesk.Word word, Set<String> identities, HttpServerRequest request) {
        String workspace = caller.workspace();
        Ask ask = Ask.of(request);
        return Uni.createFrom()
                .item(() -> find(workspace, identities, ask))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(MutinyHelper.executor(Vertx.currentContext()))
                .chain(
                        found ->
                                desk.say(workspace, found.customers(), word)
                                        .replaceWith(
                                                new Told(
                                                        found.customers().size(),
                                                        found.unknown())));
    }

    private Found find(String workspace, Set<String> identities, Ask ask) {
        Set<UUID> customers = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        for (String identity : identities) {
            List<UUID> named = namesakes.of(workspace, identity, ask);
            customers.addAll(named);
            if (named.isEmpty()) {
                unknown.add(identity);
            }
        }
        return new Found(customers, unknown);
    }

    private static Set<String> identities(String lines) {
        Set<String> identities = new LinkedHashSet<>();
        lines.lines().map(TagsResource::first).filter(it -> !it.isEmpty()).forEach(identities::add);
        if (identities.isEmpty() || identities.size() > MAX_LINES) {
            throw new Problem(
                    ProblemCode.FLAWED,
                    "The list names nobody, or too many",
                    List.of(new Flaw("", "a list has 1 to " + MAX_LINES + " different lines")));
        }
        return identities;
    }

    private static String first(String line) {
        int comma = line.indexOf(',');
        String column = (comma < 0 ? line : line.substring(0, comma)).strip();
        boolean quoted = column.length() > 1 && column.startsWith("\"") && column.endsWith("\"");
        return quoted ? column.substring(1, column.length() - 1) : column;
    }

    private static String named(@Nullable String tag) {
        if (tag == null || tag.isBlank() || tag.length() > MAX_NAME) {
            throw new Problem(
                    ProblemCode.BAD_REQUEST, "tag is a name of 1 to " + MAX_NAME + " characters");
        }
        return tag;
    }

    private static @Nullable Instant moment(@Nullable String until) {
        try {
            return until == null ? null : Instant.parse(until);
        } catch (DateTimeParseException e) {
            throw new Problem(ProblemCode.BAD_REQUEST, "until is not an ISO-8601 instant");
        }
    }
}
