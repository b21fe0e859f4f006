package io.itinera.collector.limits;

import io.itinera.contracts.settings.Source;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What each source that sent anything brought, since the service started. */
@Singleton
public final class SourceMeters {
    private final MeterRegistry registry;
    private final Map<UUID, OfSource> bySource = new ConcurrentHashMap<>();

    @Inject
    SourceMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Those of one source. */
    public OfSource of(Source source) {
        OfSource known = bySource.get(source.id());
        return known == null
                ? bySource.computeIfAbsent(source.id(), id -> new OfSource(registry, id))
                : known;
    }

    /** One source's. */
    public static final class OfSource {
        private final Counter taken;
        private final Counter refused;
        private final Counter suppressed;
        private final Counter limited;
        private final Counter foreign;
        private final Counter unproven;
        private final Counter ignored;

        private OfSource(MeterRegistry registry, UUID source) {
            this.taken = events(registry, source, "taken");
            this.refused = events(registry, source, "refused");
            this.suppressed = events(registry, source, "suppressed");
            this.limited = requests(registry, source, "rate");
            this.foreign = requests(registry, source, "origin");
            this.unproven = requests(registry, source, "signature");
            this.ignored =
                    Counter.builder("itinera.collector.deliveries.ignored")
                            .description("Webhooks that were taken and are of no interest")
                            .tag("source", source.toString())
                            .register(registry);
        }

        private static Counter events(MeterRegistry registry, UUID source, String outcome) {
            return Counter.builder("itinera.collector.events")
                    .description("Events by what came of them")
                    .tag("source", source.toString())
                    .tag("outcome", outcome)
                    .register(registry);
        }

        private static Counter requests(MeterRegistry registry, UUID source, String reason) {
            return Counter.builder("itinera.collector.requests.refused")
                    .description("Requests that were not let in, by why")
                    .tag("source", source.toString())
                    .tag("reason", reason)
                    .register(registry);
        }

        /** Counts a request's events. */
        public void events(int nowTaken, int nowRefused, int nowSuppressed) {
            count(taken, nowTaken);
            count(refused, nowRefused);
            count(suppressed, nowSuppressed);
        }

        private static void count(Counter counter, int events) {
            if (events > 0) {
                counter.increment(events);
            }
        }

        /** Counts a request that came too early. */
        public void limited() {
            limited.increment();
        }

        /** Counts a request from a site that may not send. */
        public void foreign() {
            foreign.increment();
        }

        /** Counts a webhook whose sender was not believed. */
        public void unproven() {
            unproven.increment();
        }

        /** Counts a webhook that its source's mapping passes over. */
        public void ignored() {
            ignored.increment();
        }
    }
}
