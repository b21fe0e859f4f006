package io.itinera.journeys;

import io.itinera.contracts.messages.CallBack;
import io.itinera.contracts.messages.Send;
import io.itinera.journeys.domain.Effect;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What operators watch of the stream. */
public final class JourneyMeters {
    private final MeterRegistry registry;
    private final Counter activities;
    private final Counter timers;
    private final Counter sends;
    private final Counter callBacks;
    private final Counter withoutRuns;

    /** Meters in this registry. */
    public JourneyMeters(MeterRegistry registry) {
        this.registry = registry;
        this.activities = registry.counter("itinera.journeys.activities");
        this.timers = registry.counter("itinera.journeys.timers.fired");
        this.sends = registry.counter("itinera.journeys.messages.requested");
        this.callBacks = registry.counter("itinera.journeys.messages.called.back");
        this.withoutRuns = registry.counter("itinera.journeys.merges.given.up");
    }

    void happened() {
        activities.increment();
    }

    void fired() {
        timers.increment();
    }

    void wentOnWithoutRuns() {
        withoutRuns.increment();
    }

    /** A record went to quarantine. */
    public void quarantined(String reason) {
        registry.counter("itinera.journeys.quarantined", "reason", reason).increment();
    }

    void performed(Effect effect) {
        switch (effect) {
            case Effect.Tell tell ->
                    registry.counter(
                                    "itinera.journeys.transitions",
                                    "kind",
                                    tell.transition().kind().name())
                            .increment();
            case Effect.Ask(Send _, var _) -> sends.increment();
            case Effect.Ask(CallBack _, var _) -> callBacks.increment();
            case Effect.Report _, Effect.Hand _ -> {}
        }
    }
}
