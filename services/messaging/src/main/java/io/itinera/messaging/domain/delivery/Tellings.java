package io.itinera.messaging.domain.delivery;

import io.itinera.contracts.Cause;
import io.itinera.contracts.messages.Send;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.outcomes.OutcomeName;
import io.itinera.contracts.transitions.Transition;
import io.itinera.contracts.transitions.TransitionKind;
import io.itinera.messaging.domain.ChannelNames;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the loop and the reports are told of a delivery. An id is made of the send's key and of what
 * is told, so that telling it twice is telling it once.
 */
final class Tellings {
    private Tellings() {}

    /** The end of a delivery, once for the loop and once for the reports. */
    static List<Effect> of(
            Delivery delivery,
            OutcomeName outcome,
            TransitionKind kind,
            @Nullable String reason,
            Instant at) {
        Map<String, Object> details = details(delivery, reason);
        return List.of(
                note(delivery, kind, kind.name(), reason, details, at),
                tell(delivery, outcome, kind.name(), details, at));
    }

    static List<Effect> clicked(Delivery delivery, String url, Instant at) {
        Map<String, Object> details = details(delivery, null);
        details.put("url", url);
        String what = TransitionKind.clicked + ":" + delivery.progress().clicks();
        return List.of(
                note(delivery, TransitionKind.clicked, what, null, details, at),
                tell(delivery, OutcomeName.MESSAGE_CLICKED, what, details, at));
    }

    static Effect verdict(Delivery delivery, Verdict verdict) {
        Map<String, Object> details = details(delivery, verdict.reason());
        details.put("gate", verdict.gate().wire());
        details.put("verdict", verdict.verdict().wire());
        delivery.address().ifPresent(address -> details.put("domain", address.domain()));
        String what =
                "gate:"
                        + verdict.gate().wire()
                        + ":"
                        + verdict.verdict().wire()
                        + ":"
                        + delivery.progress().attempts();
        return note(delivery, TransitionKind.gate, what, verdict.reason(), details, verdict.at());
    }

    private static Effect note(
            Delivery delivery,
            TransitionKind kind,
            String what,
            @Nullable String reason,
            Map<String, Object> details,
            Instant at) {
        Cause cause = delivery.cause();
        return new Effect.Note(
                new Transition(
                        delivery.key() + ":" + what,
                        delivery.workspace(),
                        delivery.customer(),
                        delivery.origin(),
                        cause.journey(),
                        cause.version(),
                        cause.enrollment(),
                        kind,
                        cause.node(),
                        cause.visit(),
                        null,
                        null,
                        reason,
                        delivery.key(),
                        at,
                        details,
                        Map.of()));
    }

    private static Effect tell(
            Delivery delivery,
            OutcomeName name,
            String what,
            Map<String, Object> properties,
            Instant at) {
        Cause asked = delivery.cause();
        Cause cause =
                new Cause(
                        asked.journey(),
                        asked.version(),
                        asked.enrollment(),
                        asked.node(),
                        asked.visit(),
                        delivery.key());
        return new Effect.Tell(
                new Outcome(
                        delivery.key() + ":" + what,
                        delivery.workspace(),
                        delivery.customer(),
                        name,
                        properties,
                        at,
                        cause,
                        hops(delivery.request()),
                        Map.of()));
    }

    /** One more than what led to the request; what came of nothing starts at one. */
    private static int hops(@Nullable Send request) {
        return (request == null ? 0 : request.hops()) + 1;
    }

    private static Map<String, Object> details(Delivery delivery, @Nullable String reason) {
        Map<String, Object> details = new TreeMap<>();
        details.put("attempts", delivery.progress().attempts());
        Send request = delivery.request();
        if (request != null) {
            details.put("channel", ChannelNames.of(request.channel()));
            details.put("template", request.template().toString());
        }
        if (reason != null) {
            details.put("reason", reason);
        }
        return details;
    }
}
