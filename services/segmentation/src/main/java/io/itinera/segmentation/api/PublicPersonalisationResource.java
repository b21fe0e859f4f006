package io.itinera.segmentation.api;

import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.streams.Ask;
import io.itinera.segmentation.Introduction;
import io.itinera.segmentation.PersonalisationDesk.Settings;
import io.itinera.segmentation.Personalising;
import io.itinera.segmentation.Personalising.Picks;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a web page is told of whoever looks at it. */
@Path("/public/personalisation/{key}")
final class PublicPersonalisationResource {
    private static final int MAX_ID = 200;

    private final Personalising personalising;

    PublicPersonalisationResource(Personalising personalising) {
        this.personalising = personalising;
    }

    @GET
    @Operation(
            summary = "Which of the chosen segments a visitor is in, and the chosen traits",
            description =
                    "Asked by the page itself, with the key that stands in it and the anonymous id"
                            + " that its SDK gave the browser. Of somebody unknown: nothing.")
    public Uni<Picks> picks(
            @RestPath String key,
            @Parameter(description = "The browser's id") @RestQuery @Nullable String anonymousId,
            HttpServerRequest request) {
        Ask ask = Ask.of(request);
        if (!ask.passed()) {
            personalising.admit(address(request));
        }
        if (anonymousId == null || anonymousId.isBlank() || anonymousId.length() > MAX_ID) {
            throw new Problem(
                    ProblemCode.BAD_REQUEST, "anonymousId has 1 to " + MAX_ID + " characters");
        }
        return personalising
                .settings(key)
                .invoke(settings -> admitOrigin(settings, request))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(settings -> personalising.ofBrowser(settings, anonymousId, ask));
    }

    /** What another instance knows of a customer of this one. */
    @GET
    @Path("/customers/{id}")
    @Operation(hidden = true)
    public Uni<Picks> introduced(
            @RestPath String key,
            @RestPath UUID id,
            @RestQuery String until,
            @RestQuery String signature,
            HttpServerRequest request) {
        Ask ask = Ask.of(request);
        Introduction introduction = new Introduction(id, moment(until), signature);
        return personalising
                .settings(key)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(settings -> personalising.ofIntroduced(settings, introduction, ask));
    }

    /** A page elsewhere is refused, and its browser is not shown the answer either. */
    private static void admitOrigin(Settings settings, HttpServerRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        request.response()
                .putHeader(HttpHeaders.VARY, "Origin")
                .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        if (origin == null) {
            return;
        }
        if (!settings.allowed().origins().contains(origin)) {
            throw new Problem(ProblemCode.FORBIDDEN, "This page is none of the workspace's");
        }
        request.response().putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    }

    private static Instant moment(@Nullable String until) {
        try {
            return Instant.parse(until == null ? "" : until);
        } catch (DateTimeParseException e) {
            throw new Problem(ProblemCode.BAD_REQUEST, "until is not an ISO-8601 instant");
        }
    }

    private static String address(HttpServerRequest request) {
        SocketAddress address = request.remoteAddress();
        return address == null ? "" : address.hostAddress();
    }
}
