package io.itinera.gateway.api.door;

import io.itinera.gateway.domain.Member;
import io.itinera.gateway.domain.Person;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Proof that the gate let this request into its workspace with the right that it needs. Resources
 * take the workspace from here and from nowhere else, so that one which the gate does not guard
 * cannot answer at all.
 *
 * @param person who asks
 * @param member what they are in the workspace
 */
public record Entrance(Person person, Member member) {
    private static final String KEY = Entrance.class.getName();

    /**
     * The entrance of this request.
     *
     * @throws Problem {@link ProblemCode#FORBIDDEN} when it did not come through the gate
     */
    public static Entrance of(CurrentVertxRequest request) {
        @Nullable RoutingContext exchange = request.getCurrent();
        @Nullable Entrance entrance = exchange == null ? null : exchange.get(KEY);
        if (entrance == null) {
            throw new Problem(ProblemCode.FORBIDDEN, "This did not come through the gate");
        }
        return entrance;
    }

    /** The workspace that the request is about. */
    public UUID workspace() {
        return member.workspace();
    }

    void let(RoutingContext exchange) {
        exchange.put(KEY, this);
    }
}
