package io.itinera.journeys.domain;

import io.itinera.contracts.transitions.Transition;
import io.itinera.contracts.transitions.TransitionKind;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The particulars of one transition, filled in as far as its kind has them. */
record Telling(
        TransitionKind kind,
        @Nullable String node,
        int visit,
        @Nullable String edge,
        @Nullable String next,
        @Nullable String reason,
        @Nullable UUID send,
        Map<String, Object> details) {

    static Telling of(TransitionKind kind, @Nullable String node, int visit) {
        return new Telling(kind, node, visit, null, null, null, null, Map.of());
    }

    Telling because(String why) {
        return new Telling(kind, node, visit, edge, next, why, send, details);
    }

    Telling by(String way, String to) {
        return new Telling(kind, node, visit, way, to, reason, send, details);
    }

    Telling about(UUID message) {
        return new Telling(kind, node, visit, edge, next, reason, message, details);
    }

    Telling with(String name, Object value) {
        return new Telling(kind, node, visit, edge, next, reason, send, Map.of(name, value));
    }

    Transition toTransition(Customer customer, Start start, int number, Instant at) {
        return new Transition(
                start.enrollment() + "/" + number,
                customer.workspace(),
                customer.id(),
                start.origin(),
                start.journey(),
                start.version(),
                start.enrollment(),
                kind,
                node,
                visit,
                edge,
                next,
                reason,
                send,
                at,
                details,
                Map.of());
    }
}
