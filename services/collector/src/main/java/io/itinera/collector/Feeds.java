package io.itinera.collector;

import io.itinera.contracts.settings.Source;
import io.itinera.kit.problem.Flaw;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Sources that know by themselves up to when they have sent everything. */
@Singleton
public final class Feeds {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Collector collector;
    private final Event<CompleteUpTo> completeness;
    private final InstantSource clock = Clock.systemUTC();

    @Inject
    Feeds(Collector collector, Event<CompleteUpTo> completeness) {
        this.collector = collector;
        this.completeness = completeness;
    }

    /**
     * A source has sent everything up to a moment. Waits for the broker, so it is to be called on a
     * thread that may wait; may be said again.
     *
     * @throws Problem when there is no such source, the moment is yet to come, or the broker does
     *     not take it
     */
    public void declare(String workspace, UUID id, Instant completeUpTo) {
        if (!collector.isOpen()) {
            throw new Problem(ProblemCode.UNAVAILABLE, "The sources are not read yet", RETRY_AFTER);
        }
        Source source =
                collector
                        .source(workspace, id)
                        .orElseThrow(() -> Problem.notFound("source that is switched on", id));
        Instant now = clock.instant();
        if (completeUpTo.isAfter(now)) {
            throw new Problem(
                    ProblemCode.FLAWED,
                    "What is yet to come is not complete",
                    List.of(new Flaw("/completeUpTo", "is after now, which is " + now)));
        }
        completeness.fire(new CompleteUpTo(source, completeUpTo));
    }
}
