package io.itinera.collector;

import io.itinera.collector.domain.Arrival;
import io.itinera.collector.domain.Retrial;
import io.itinera.collector.domain.Submission;
import io.itinera.collector.domain.Verdict;
import io.itinera.collector.store.RecentEvents;
import io.itinera.contracts.settings.Source;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Judges what was refused by what holds today, and publishes what is taken now. It is an event of
 * now, that happened then: it keeps its id and its time, and when it is too old it triggers
 * nothing.
 */
@Singleton
public final class Appeals {
    private final Collector collector;
    private final RecentEvents recent;
    private final Publisher publisher;
    private final CollectorConfig config;
    private final Clock clock = Clock.systemUTC();

    @Inject
    Appeals(Collector collector, RecentEvents recent, Publisher publisher, CollectorConfig config) {
        this.collector = collector;
        this.recent = recent;
        this.publisher = publisher;
        this.config = config;
    }

    /**
     * An event that was refused once.
     *
     * @param retrial what it is judged by
     * @param at when it was received then
     */
    public record Appeal(Retrial retrial, Instant at) {}

    /**
     * Hears appeals of one source.
     *
     * @param done told once, on any thread: null when the broker has what was taken, else why not
     * @return whether each is taken, in order
     */
    public List<Boolean> hear(
            Source source, List<Appeal> appeals, Consumer<@Nullable Exception> done) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<List<Verdict>> taken =
                appeals.stream().map(appeal -> taken(source, appeal, now)).toList();
        List<Verdict> all = taken.stream().flatMap(List::stream).toList();
        publisher.publish(
                new Publisher.Batch(all, source, now, null),
                failure -> {
                    if (failure == null) {
                        recent.add(source, now, all);
                    }
                    done.accept(failure);
                });
        return taken.stream().map(verdicts -> !verdicts.isEmpty()).toList();
    }

    /** Its verdict, if it is taken: not when it is refused again, or its person was erased. */
    private List<Verdict> taken(Source source, Appeal appeal, Instant now) {
        Retrial retrial = appeal.retrial();
        Arrival arrival =
                new Arrival(
                        source,
                        now,
                        appeal.at(),
                        retrial.resent(),
                        config.skewCap(),
                        retrial::id,
                        retrial.sender(),
                        collector.suppressed(source),
                        retrial.history());
        Submission alone =
                new Submission(List.of(retrial.draft()), null, retrial.sentAt(), retrial.context());
        return collector.judge(alone, arrival).stream()
                .filter(Verdict.Accepted.class::isInstance)
                .toList();
    }
}
