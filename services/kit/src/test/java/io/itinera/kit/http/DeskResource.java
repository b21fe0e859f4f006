package io.itinera.kit.http;

import io.itinera.kit.problem.Flaw;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.tenancy.Caller;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Path("/")
public class DeskResource {
    private final Caller caller;

    @Inject
    public DeskResource(Caller caller) {
        this.caller = caller;
    }

    @GET
    @Path("who")
    public Map<String, Object> who() {
        return Map.of(
                "workspace", caller.workspace(),
                "person", caller.person(),
                "rights", caller.rights().stream().sorted().toList());
    }

    @GET
    @Path("public/greeting")
    public Map<String, String> greeting() {
        return Map.of("greeting", "hello");
    }

    @GET
    @Path("public/nosy")
    public String nosy() {
        return caller.workspace();
    }

    @GET
    @Path("own/greeting")
    public Map<String, String> own() {
        return Map.of("greeting", "hello from my own path");
    }

    @POST
    @Path("orders")
    public Order order(Order order) {
        return order;
    }

    @GET
    @Path("trouble")
    public String trouble(@QueryParam("kind") String kind) {
        switch (kind) {
            case "flawed" ->
                    throw new Problem(
                            ProblemCode.FLAWED,
                            "The journey has flaws",
                            List.of(new Flaw("/nodes/wait", "leads nowhere")));
            case "later" ->
                    throw new Problem(
                            ProblemCode.TOO_MANY_REQUESTS, "One a second", Duration.ofSeconds(7));
            case "surprise" -> throw new IllegalStateException("secret: s3cr3t");
            default -> throw Problem.notFound("trouble", kind);
        }
    }

    public record Order(
            String item, int count, @Nullable Instant at, Duration patience, List<Line> lines) {
        public Order {
            lines = lines == null ? List.of() : List.copyOf(lines);
            if (count > 9) {
                throw new IllegalArgumentException("at most 9 of one thing");
            }
        }
    }

    public record Line(String text) {}
}
