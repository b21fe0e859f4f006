package io.itinera.journeys.domain;

import io.itinera.contracts.Cause;
import io.itinera.contracts.messages.CallBack;
import io.itinera.contracts.messages.Send;
import io.itinera.contracts.outcomes.OutcomeName;
import io.itinera.journeys.domain.plan.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What becomes of the messages that a run asked for. */
final class Sends {
    private Sends() {}

    /**
     * The sends after something concerned them.
     *
     * @param watched those still watched
     * @param calledBack those to call back now
     * @param late those that had left when the customer should have been excluded
     */
    record Outcome(List<Asked> watched, List<Asked> calledBack, List<Asked> late) {}

    /** A reason came up to take back whatever has not left. */
    static Outcome calledBack(List<Asked> sends, String reason) {
        List<Asked> watched = new ArrayList<>();
        List<Asked> back = new ArrayList<>();
        List<Asked> late = new ArrayList<>();
        for (Asked send : sends) {
            boolean left = send.standing() == Asked.Standing.SENT;
            if (left && Reasons.isExcluded(reason)) {
                late.add(send.calledBack(reason));
            } else if (left || send.calledBack() != null) {
                watched.add(send);
            } else {
                back.add(send.calledBack(reason));
                watched.add(send.calledBack(reason));
            }
        }
        return new Outcome(watched, back, late);
    }

    /** A send's outcome came back. */
    static Outcome settled(List<Asked> sends, UUID key, String outcome) {
        List<Asked> watched = new ArrayList<>();
        List<Asked> late = new ArrayList<>();
        for (Asked send : sends) {
            if (!send.key().equals(key)) {
                watched.add(send);
            } else if (left(outcome)) {
                leave(send, watched, late);
            }
        }
        return new Outcome(watched, List.of(), late);
    }

    private static void leave(Asked send, List<Asked> watched, List<Asked> late) {
        String reason = send.calledBack();
        if (reason == null) {
            watched.add(send.sent());
        } else if (Reasons.isExcluded(reason)) {
            late.add(send);
        }
    }

    /** A click, too, shows that it left. */
    private static boolean left(String outcome) {
        return outcome.equals(OutcomeName.MESSAGE_SENT.wire())
                || outcome.equals(OutcomeName.MESSAGE_CLICKED.wire());
    }

    /** Time passed: what has not settled has left, what had left is forgotten. */
    static List<Asked> aged(List<Asked> sends, Instant now) {
        List<Asked> watched = new ArrayList<>();
        for (Asked send : sends) {
            if (send.dueAt().isAfter(now)) {
                watched.add(send);
            } else if (send.standing() == Asked.Standing.UNSETTLED && send.calledBack() == null) {
                watched.add(send.sent());
            }
        }
        return watched;
    }

    /** What messaging needs in order to say it, now or much later. */
    static Send request(
            Customer customer,
            Enrollment run,
            Cause cause,
            int hops,
            Step.Message message,
            Instant now) {
        Map<String, List<Map<String, Object>>> collections = new HashMap<>();
        run.memory()
                .collections()
                .forEach(
                        (name, items) ->
                                collections.put(
                                        name, items.stream().map(Item::properties).toList()));
        return new Send(
                Objects.requireNonNull(cause.send()),
                customer.workspace(),
                customer.id(),
                run.start().origin(),
                cause,
                message.channel(),
                message.template(),
                run.start().trigger(),
                collections,
                customer.profile(),
                now,
                hops,
                Map.of());
    }

    static CallBack command(Customer customer, Start start, Cause cause, Asked send, Instant now) {
        return new CallBack(
                send.key(),
                customer.workspace(),
                customer.id(),
                start.origin(),
                cause,
                Objects.requireNonNull(send.calledBack()),
                now);
    }
}
