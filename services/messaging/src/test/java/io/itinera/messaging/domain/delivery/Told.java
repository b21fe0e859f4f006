package io.itinera.messaging.domain.delivery;

import io.itinera.messaging.domain.EmailAddress;
import java.util.List;
import java.util.Map;

/** Effects as sentences. */
final class Told {
    private Told() {}

    static List<String> of(Decision decision) {
        return decision.effects().stream().map(Told::words).toList();
    }

    private static String words(Effect effect) {
        return switch (effect) {
            case Effect.Tell tell ->
                    tell.outcome().name().wire()
                            + because(tell.outcome().properties().get("reason"));
            case Effect.Note note -> {
                Map<String, Object> details = note.transition().details();
                String gate =
                        details.containsKey("gate")
                                ? " " + details.get("gate") + " " + details.get("verdict")
                                : "";
                yield note.transition().kind() + gate + because(note.transition().reason());
            }
            case Effect.HandOver over -> "hand over to " + over.letter().to();
            case Effect.Suppress(EmailAddress address, String _) -> "suppress " + address.value();
        };
    }

    private static String because(Object reason) {
        return reason == null ? "" : ": " + reason;
    }
}
