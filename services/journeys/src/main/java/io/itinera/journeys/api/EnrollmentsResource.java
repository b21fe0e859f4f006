package io.itinera.journeys.api;

import io.itinera.journeys.Enrollments;
import io.itinera.kit.streams.Ask;
import io.itinera.kit.tenancy.Caller;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is inside which journey. */
@Path("/enrollments")
public class EnrollmentsResource {
    private final Enrollments enrollments;
    private final Caller caller;

    EnrollmentsResource(Enrollments enrollments, Caller caller) {
        this.enrollments = enrollments;
        this.caller = caller;
    }

    @GET
    @Blocking
    public Enrollments.LiveRuns live(
            @QueryParam("customer") @Nullable UUID customer, HttpServerRequest request) {
        UUID who = Required.parameter("a customer", customer);
        return enrollments.live(caller.workspace(), who, Ask.of(request));
    }
}
