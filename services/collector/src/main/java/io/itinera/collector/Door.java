package io.itinera.collector;

import io.itinera.collector.domain.Suppressed;
import io.itinera.collector.domain.Verdict;
import io.itinera.collector.limits.RateLimits;
import io.itinera.collector.limits.SourceMeters;
import io.itinera.collector.store.Suppressions;
import io.itinera.collector.store.WriteKeys;
import io.itinera.contracts.settings.Source;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may come in: whose key it is, from which site, how often, and for whom. */
@Singleton
final class Door {
    private final WriteKeys keys;
    private final Suppressions suppressions;
    private final RateLimits limits;
    private final SourceMeters meters;

    @Inject
    Door(WriteKeys keys, Suppressions suppressions, RateLimits limits, SourceMeters meters) {
        this.keys = keys;
        this.suppressions = suppressions;
        this.limits = limits;
        this.meters = meters;
    }

    /** Whether everything that it looks things up in has been read. */
    boolean isOpen() {
        return keys.isComplete() && suppressions.isComplete();
    }

    /** The enabled source with the first of these keys that is one's. */
    Optional<Source> source(List<String> candidates) {
        for (String key : candidates) {
            Optional<Source> source = keys.source(key);
            if (source.isPresent()) {
                return source;
            }
        }
        return Optional.empty();
    }

    /** The enabled source with this id in this workspace. */
    Optional<Source> source(String workspace, UUID id) {
        return keys.source(workspace, id);
    }

    /**
     * Whether browsers on this site may not send to a source; what names no site is no browser's.
     */
    static boolean isForeign(Source source, @Nullable String origin) {
        List<String> allowed = source.rules().origins();
        return origin != null && !allowed.isEmpty() && !allowed.contains(origin);
    }

    /** Why a source's request is not let in. */
    Optional<Outcome> refusal(Source source, @Nullable String origin) {
        if (isForeign(source, origin)) {
            meters.of(source).foreign();
            return Optional.of(new Outcome.ForeignOrigin());
        }
        return limits.patience(source)
                .map(
                        wait -> {
                            meters.of(source).limited();
                            return new Outcome.Limited(wait);
                        });
    }

    /** Whose events a source's workspace does not take any more. */
    Suppressed suppressed(Source source) {
        return suppressions.in(source.workspace());
    }

    /** Counts a request's events against its source's rate. */
    void spend(Source source, int events) {
        limits.spend(source, events);
    }

    /** Takes back what a request spent of which nothing was taken. */
    void giveBack(Source source, int events) {
        limits.giveBack(source, events);
    }

    /** Counts what came of a request's events, once the broker has them. */
    void count(Source source, Outcome outcome, int judged, int suppressed) {
        if (outcome instanceof Outcome.Taken(List<Verdict.Refused> refused)) {
            meters.of(source).events(judged - refused.size(), refused.size(), suppressed);
        }
    }
}
