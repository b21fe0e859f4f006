package io.itinera.collector.api;

import io.itinera.collector.domain.SeenFilter;
import io.itinera.collector.domain.SeenFilter.Kind;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which events the caller wants to see, as parameters say it. */
record EventFilter(
        @Parameter(description = "The source's id") @QueryParam("source") @Nullable String source,
        @Parameter(description = "accepted, warned or rejected") @QueryParam("verdict")
                @Nullable String verdict,
        @Parameter(description = "The event's, page's or screen's name") @QueryParam("name")
                @Nullable String name) {

    /**
     * What it means.
     *
     * @throws io.itinera.kit.problem.Problem 400 when a parameter has no such value
     */
    SeenFilter parsed() {
        UUID known = Parameters.id("source", source);
        return new SeenFilter(known, Parameters.oneOf("verdict", verdict, Kind.class), name);
    }
}
