package io.itinera.segmentation.api;

import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.streams.Ask;
import io.itinera.kit.tenancy.Caller;
import io.itinera.segmentation.Reading;
import io.itinera.segmentation.SegmentDesk;
import io.itinera.segmentation.SegmentDesk.Segment;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Segments: drafts, publishing, and why somebody is in them. */
@Path("/segments")
final class SegmentsResource {
    private final SegmentDesk desk;
    private final Reading reading;
    private final Explaining explaining;
    private final Caller caller;
    private final Clock clock = Clock.systemUTC();

    SegmentsResource(SegmentDesk desk, Reading reading, Explaining explaining, Caller caller) {
        this.desk = desk;
        this.reading = reading;
        this.explaining = explaining;
        this.caller = caller;
    }

    /** The version that was published. */
    public record Published(int version) {}

    @GET
    public Uni<Items.Segments> list(
            @RestQuery @Nullable UUID after,
            @RestQuery @DefaultValue("50") int limit,
            @RestQuery @Nullable Locale locale,
            HttpServerRequest request) {
        String workspace = caller.workspace();
        Ask ask = Ask.of(request);
        int size = Items.size(limit);
        return desk.list(workspace, after, size)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(page -> answers(page, workspace, size, language(locale), ask));
    }

    private Items.Segments answers(
            List<Segment> page, String workspace, int limit, Locale locale, Ask ask) {
        String next = page.size() < limit ? null : page.getLast().id().toString();
        return reading
                .ofAll(
                        Items.Segments.class,
                        ask,
                        () ->
                                new Items.Segments(
                                        page.stream()
                                                .map(
                                                        it ->
                                                                SegmentAnswer.of(
                                                                        it, reading, workspace,
                                                                        locale))
                                                .toList(),
                                        next))
                .stream()
                .reduce(SegmentsResource::together)
                .orElseThrow();
    }

    /** The same segments on every instance, each with its own members. */
    private static Items.Segments together(Items.Segments here, Items.Segments elsewhere) {
        Map<UUID, SegmentAnswer> others =
                elsewhere.items().stream()
                        .collect(Collectors.toMap(SegmentAnswer::id, answer -> answer));
        return new Items.Segments(
                here.items().stream()
                        .map(it -> others.containsKey(it.id()) ? it.and(others.get(it.id())) : it)
                        .toList(),
                here.next());
    }

    @POST
    @ResponseStatus(201)
    public Uni<SegmentAnswer> create(SegmentRequest wanted) {
        String workspace = caller.workspace();
        return desk.create(workspace, wanted.named().name(), wanted.condition())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(it -> SegmentAnswer.of(it, reading, workspace, Locale.ENGLISH));
    }

    @GET
    @Path("/{id}")
    public Uni<SegmentAnswer> get(
            @RestPath UUID id, @RestQuery @Nullable Locale locale, HttpServerRequest request) {
        String workspace = caller.workspace();
        Ask ask = Ask.of(request);
        return desk.find(workspace, id)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(it -> answer(it, workspace, language(locale), ask));
    }

    private SegmentAnswer answer(Segment segment, String workspace, Locale locale, Ask ask) {
        return reading
                .ofAll(
                        SegmentAnswer.class,
                        ask,
                        () -> SegmentAnswer.of(segment, reading, workspace, locale))
                .stream()
                .reduce(SegmentAnswer::and)
                .map(it -> it.estimated(clock.instant()))
                .orElseThrow();
    }

    @PUT
    @Path("/{id}")
    public Uni<SegmentAnswer> edit(@RestPath UUID id, SegmentRequest wanted) {
        String workspace = caller.workspace();
        return desk.edit(workspace, id, wanted.named().name(), wanted.condition())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(it -> SegmentAnswer.of(it, reading, workspace, Locale.ENGLISH));
    }

    @POST
    @Path("/{id}/publish")
    public Uni<Published> publish(@RestPath UUID id) {
        return desk.publish(caller.workspace(), id, caller.person()).map(Published::new);
    }

    @DELETE
    @Path("/{id}")
    public Uni<Response> archive(@RestPath UUID id) {
        return desk.archive(caller.workspace(), id).replaceWith(Response.noContent()::build);
    }

    @GET
    @Path("/{id}/explain")
    @Operation(
            summary = "Why a customer is in a segment, or not",
            description =
                    "The published condition, or the draft of a segment that never was: part by"
                            + " part, each with what made it so and what would turn it over.")
    public Uni<ExplainAnswer> explain(
            @RestPath UUID id,
            @RestQuery @Nullable UUID customer,
            @Parameter(description = "The language; the browser's when absent") @RestQuery
                    @Nullable Locale locale,
            HttpServerRequest request) {
        String workspace = caller.workspace();
        Ask ask = Ask.of(request);
        Locale language = Languages.of(locale, request);
        if (customer == null) {
            throw new Problem(ProblemCode.BAD_REQUEST, "customer says whom to explain it for");
        }
        return desk.holding(workspace, id)
                .chain(
                        it ->
                                explaining.explain(
                                        workspace,
                                        new ExplainRequest(customer, it.condition(), id),
                                        language,
                                        ask));
    }

    private static Locale language(@Nullable Locale locale) {
        return locale == null ? Locale.ENGLISH : locale;
    }
}
