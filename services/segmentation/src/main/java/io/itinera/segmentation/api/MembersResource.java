package io.itinera.segmentation.api;

import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.streams.Ask;
import io.itinera.kit.tenancy.Caller;
import io.itinera.segmentation.Exports;
import io.itinera.segmentation.MemberRows;
import io.itinera.segmentation.Reading;
import io.itinera.segmentation.SegmentDesk;
import io.itinera.segmentation.domain.customer.Customer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who is in a segment: page by page, and as a file. */
@Path("/segments/{id}")
final class MembersResource {
    /** How many traits a file has at most. */
    static final int MAX_TRAITS = 50;

    private final SegmentDesk desk;
    private final Reading reading;
    private final Exports exports;
    private final Caller caller;

    MembersResource(SegmentDesk desk, Reading reading, Exports exports, Caller caller) {
        this.desk = desk;
        this.reading = reading;
        this.exports = exports;
        this.caller = caller;
    }

    @GET
    @Path("/members")
    public Uni<Items.Members> members(
            @RestPath UUID id,
            @RestQuery @Nullable UUID after,
            @RestQuery @DefaultValue("50") int limit,
            HttpServerRequest request) {
        String workspace = caller.workspace();
        Ask ask = Ask.of(request);
        int size = Items.size(limit);
        return desk.find(workspace, id)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(segment -> members(workspace, id.toString(), after, size, ask));
    }

    private Items.Members members(
            String workspace, String segment, @Nullable UUID after, int limit, Ask ask) {
        List<MemberAnswer> members =
                reading
                        .ofAll(
                                Items.Members.class,
                                ask,
                                () -> membersHere(workspace, segment, after, limit))
                        .stream()
                        .flatMap(page -> page.items().stream())
                        .sorted(Comparator.comparing(member -> member.customer().toString()))
                        .limit(limit)
                        .toList();
        String next = members.size() < limit ? null : members.getLast().customer().toString();
        return new Items.Members(members, next);
    }

    private Items.Members membersHere(
            String workspace, String segment, @Nullable UUID after, int limit) {
        List<MemberAnswer> members =
                reading.members(workspace, segment, after, limit).stream()
                        .flatMap(id -> reading.find(workspace, id).stream())
                        .filter(Customer.class::isInstance)
                        .flatMap(it -> MemberAnswer.of((Customer) it, segment, List.of()).stream())
                        .toList();
        return new Items.Members(members, null);
    }

    @GET
    @Path("/export")
    @Operation(
            summary = "The members of a segment as a file",
            description =
                    "Streamed, however many there are, in no order. A file that could not be"
                            + " finished ends the connection without its last part.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = "application/x-ndjson",
                        schema = @Schema(implementation = MemberAnswer.class))
            })
    public Uni<Response> export(
            @RestPath UUID id,
            @RestQuery @DefaultValue("csv") MemberFormat format,
            @Parameter(description = "Names of traits, with commas between") @RestQuery
                    @Nullable String traits,
            HttpServerRequest request) {
        String workspace = caller.workspace();
        Ask ask = Ask.of(request);
        List<String> columns = columns(traits);
        return desk.find(workspace, id)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(segment -> file(workspace, id, new MemberFile(format, columns), ask));
    }

    private Response file(String workspace, UUID id, MemberFile file, Ask ask) {
        Exports.Wanted wanted =
                MemberRows.wanted(
                        workspace, id.toString(), file.head(), member -> file.row(member, id));
        StreamingOutput body = out -> exports.write(wanted, ask, out);
        return Response.ok(body, file.format().mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"segment-" + id + "." + file.format() + "\"")
                .build();
    }

    private static List<String> columns(@Nullable String traits) {
        if (traits == null || traits.isBlank()) {
            return List.of();
        }
        List<String> columns =
                Arrays.stream(traits.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList();
        if (columns.size() > MAX_TRAITS) {
            throw new Problem(
                    ProblemCode.BAD_REQUEST, "a file has at most " + MAX_TRAITS + " traits");
        }
        return columns;
    }
}
