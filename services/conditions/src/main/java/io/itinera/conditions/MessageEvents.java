package io.itinera.conditions;

import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.MessageOutcome;
import io.itinera.contracts.condition.Operand;
import io.itinera.contracts.condition.Test;
import io.itinera.contracts.outcomes.OutcomeName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Under which events a timeline has what came of messages. */
final class MessageEvents {
    private MessageEvents() {}

    static String name(@Nullable MessageOutcome outcome) {
        return switch (outcome) {
            case null -> "";
            case sent -> OutcomeName.MESSAGE_SENT.wire();
            case delivered -> "$message_delivered";
            case opened -> "$message_opened";
            case clicked -> OutcomeName.MESSAGE_CLICKED.wire();
            case bounced -> "$message_bounced";
            case complained -> "$message_complained";
            case unsubscribed -> OutcomeName.CONSENT_CHANGED.wire();
            case failed -> OutcomeName.MESSAGE_FAILED.wire();
        };
    }

    /** What the properties of such an event must say. */
    static Condition where(Condition.Message message) {
        List<Condition> parts = new ArrayList<>();
        if (message.outcome() == MessageOutcome.unsubscribed) {
            parts.add(is("state", "denied"));
        }
        if (message.journey() != null) {
            parts.add(is("journey", message.journey()));
        }
        if (message.template() != null) {
            parts.add(is("template", message.template()));
        }
        return new Condition.All(parts);
    }

    private static Condition is(String property, Object value) {
        return new Condition.Property(
                property, new Test.Equals(new Operand.Literal(value.toString())));
    }
}
