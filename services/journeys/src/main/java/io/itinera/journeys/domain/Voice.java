package io.itinera.journeys.domain;

import io.itinera.contracts.Cause;
import io.itinera.contracts.messages.MessageCommand;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.outcomes.OutcomeName;
import io.itinera.contracts.outcomes.WayOut;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one run says during one step: to whoever asks why, each transition; to segmentation, that it
 * began and that it is over; to messaging, what it wants. It says of each from how many outcomes in
 * a row it followed, so that what runs in a circle ends: at the limit no run begins any more, but
 * that one is over is always told.
 */
final class Voice {
    /** A run that is older has waited so long: what it leads to is the first of its chain. */
    static final Duration NEW_CHAIN_AFTER = Duration.ofDays(1);

    private final Customer customer;
    private final Start start;
    private final int led;
    private final Instant now;
    private final List<Effect> effects;
    private int told;

    /**
     * The voice of a run.
     *
     * @param told how many transitions it has told
     * @param led the hops of the outcome that moves it now; none when something else does
     */
    Voice(Customer customer, Start start, int told, int led, Instant now, List<Effect> effects) {
        this.customer = customer;
        this.start = start;
        this.told = told;
        this.led = led;
        this.now = now;
        this.effects = effects;
    }

    int told() {
        return told;
    }

    /** The most hops of the outcomes that led here, that one included which began the run. */
    int hops() {
        boolean waited = !now.isBefore(start.at().plus(NEW_CHAIN_AFTER));
        return waited ? led : Math.max(led, start.hops());
    }

    void tell(Telling telling) {
        told++;
        effects.add(
                new Effect.Tell(telling.toTransition(customer, start, told, now), start.trace()));
    }

    void ask(MessageCommand command) {
        effects.add(new Effect.Ask(command, start.trace()));
    }

    /** It began, and goes to its first node. */
    void entered(String node) {
        report(
                OutcomeName.JOURNEY_ENTERED,
                "entered",
                cause(node, 1, null),
                Map.of("event", start.trigger().name(), "origin", start.origin().toString()));
    }

    /** It is over. */
    void left(String node, int visit, WayOut way, String reason) {
        report(
                OutcomeName.JOURNEY_LEFT,
                "left",
                cause(node, Math.max(1, visit), null),
                Map.of(
                        "way", way.name(),
                        "reason", reason,
                        "enteredAt", start.at().toString(),
                        "origin", start.origin().toString()));
    }

    Cause cause(String node, int visit, @Nullable UUID send) {
        return new Cause(start.journey(), start.version(), start.enrollment(), node, visit, send);
    }

    private void report(OutcomeName name, String what, Cause cause, Map<String, Object> said) {
        Outcome outcome =
                new Outcome(
                        start.enrollment() + "/" + what,
                        customer.workspace(),
                        customer.id(),
                        name,
                        said,
                        now,
                        cause,
                        Math.min(hops() + 1, Outcome.MAX_HOPS),
                        Map.of());
        effects.add(new Effect.Report(outcome, start.trace()));
    }
}
