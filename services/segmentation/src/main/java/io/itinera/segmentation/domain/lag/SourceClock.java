package io.itinera.segmentation.domain.lag;

import io.itinera.contracts.settings.SourceLag;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one partition knows of how late a source is. Of itself, its watermark stays as far behind
 * time as 99 of 100 of its live events were late over seven days, at least a minute; after seven
 * days without any it has none.
 *
 * <p>A declaration that promises more than that makes the source a feed: its watermark is the
 * latest declaration, even if no more come, until seven days have passed since the last one and
 * there are live events to tell by. One that promises no more, such as an import of old events into
 * a source that is live anyway, changes nothing.
 *
 * @param key which source
 * @param pace how its watermark follows time
 * @param declaredAt when a feed last declared anything
 * @param events how many live events the quantiles are of
 * @param p50 the lag that half of them did not exceed; null when there are none
 * @param p99 likewise, that 99 of 100 did not exceed
 */
public record SourceClock(
        SourceKey key,
        Pace pace,
        Instant declaredAt,
        long events,
        @Nullable Duration p50,
        @Nullable Duration p99) {
    /** The least that a watermark stays behind time, unless the source declares. */
    public static final Duration LEAST_BEHIND = Duration.ofMinutes(1);

    /** A source of which nothing was heard. */
    public static SourceClock unheard(SourceKey key) {
        return new SourceClock(key, Pace.Silent.UNHEARD, Instant.EPOCH, 0, null, null);
    }

    /**
     * After the source has declared that it has sent everything up to a moment.
     *
     * @param since the time at which all of that has been received
     * @param now the partition's time
     */
    public SourceClock declared(Instant upTo, Instant since, Instant now) {
        boolean promisesMore =
                pace instanceof Pace.Declared(_, Instant before, _)
                        ? upTo.isAfter(before)
                        : upTo.isAfter(pace.reached(now));
        if (promisesMore) {
            return with(new Pace.Declared(pace.reached(now), upTo, since), now);
        }
        return pace instanceof Pace.Declared ? with(pace, now) : this;
    }

    private SourceClock with(Pace changed, Instant declared) {
        return new SourceClock(key, changed, declared, events, p50, p99);
    }

    /** As its lags of the last days, as of now, have it be. */
    public SourceClock judged(Week week, Instant now) {
        Histogram lags = week.total();
        return new SourceClock(
                key,
                pace(lags, now),
                declaredAt,
                lags.events(),
                lags.quantile(50).orElse(null),
                lags.quantile(99).orElse(null));
    }

    private Pace pace(Histogram lags, Instant now) {
        Optional<Duration> late = lags.quantile(99);
        boolean isFeed =
                pace instanceof Pace.Declared
                        && (late.isEmpty() || !declaredAt.plus(Week.LENGTH).isBefore(now));
        if (isFeed) {
            return pace;
        }
        return late.map(lag -> following(lag, now)).orElseGet(() -> silent(now));
    }

    private Pace following(Duration late, Instant now) {
        Duration behind = late.compareTo(LEAST_BEHIND) < 0 ? LEAST_BEHIND : late;
        return pace instanceof Pace.Following(_, Duration before) && before.equals(behind)
                ? pace
                : new Pace.Following(pace.reached(now), behind);
    }

    private Pace silent(Instant now) {
        return pace instanceof Pace.Silent ? pace : new Pace.Silent(pace.reached(now));
    }

    /** Whether nothing was heard for so long that nothing is known. */
    public boolean isSilent() {
        return pace instanceof Pace.Silent;
    }

    /** What there is to be shown of it. */
    public SourceLag shown(Instant now) {
        return new SourceLag(
                key.workspace(),
                key.source(),
                events,
                p50 == null ? null : p50.toMillis(),
                p99 == null ? null : p99.toMillis(),
                pace.watermark(now).orElse(null),
                pace instanceof Pace.Declared feed && feed.holds(now) ? feed.upTo() : null,
                now,
                Map.of());
    }
}
