package io.itinera.segmentation;

import io.itinera.contracts.events.LagReport;
import io.itinera.segmentation.domain.lag.Histogram;
import io.itinera.segmentation.domain.lag.Pace;
import io.itinera.segmentation.domain.lag.SourceClock;
import io.itinera.segmentation.domain.lag.SourceKey;
import io.itinera.segmentation.domain.lag.Week;
import io.itinera.segmentation.domain.people.PeopleRecord;
import io.itinera.segmentation.store.LagStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How late is each source? Takes a partition's reports, by which it comes to know of all sources,
 * and tells step two whenever a watermark will follow time in another way; that is seldom, as
 * quantiles seldom leave their bucket. For display, each source's lag is told by one partition once
 * a minute. Days pass and declarations lapse by the partition's time, never the wall's.
 */
final class SourceClocks {
    private final LagStore store;
    private final int partition;
    private final int partitions;
    private final StepOne.Outlet outlet;
    private final Map<SourceKey, SourceClock> clocks = new HashMap<>();
    private final Set<SourceKey> untold = new HashSet<>();
    private Instant time;

    SourceClocks(LagStore store, int partition, int partitions, StepOne.Outlet outlet) {
        this.store = store;
        this.partition = partition;
        this.partitions = partitions;
        this.outlet = outlet;
        this.time = store.time();
        store.clocks().forEach(clock -> clocks.put(clock.key(), clock));
    }

    /** A collector tells how late a source was, or that it is complete. */
    void take(LagReport report) {
        SourceKey key = new SourceKey(report.workspace(), report.source());
        Instant now = now(report);
        SourceClock before = clocks.getOrDefault(key, SourceClock.unheard(key));
        Instant completeUpTo = report.completeUpTo();
        SourceClock declared =
                completeUpTo == null ? before : before.declared(completeUpTo, report.to(), now);
        judge(before, declared, store.week(key).plus(earlier(report.to(), now), lags(report)), now);
    }

    private static Histogram lags(LagReport report) {
        return Histogram.of(report.histogram());
    }

    /** Before the first tick, a report's own time is the best there is. */
    private Instant now(LagReport report) {
        return time.equals(Instant.EPOCH) ? report.to() : time;
    }

    /** A collector whose clock runs ahead is not counted among days to come. */
    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** The partition has reached a time. */
    void reached(Instant tick) {
        if (!tick.isAfter(time)) {
            return;
        }
        Instant before = time;
        time = tick;
        store.putTime(time);
        if (Week.day(before) != Week.day(time)) {
            List.copyOf(clocks.values())
                    .forEach(clock -> judge(clock, clock, store.week(clock.key()), time));
        }
        show(before);
    }

    private static Instant minute(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES);
    }

    /** What has changed, as soon as it holds; and each minute, all that are not silent. */
    private void show(Instant before) {
        Set<SourceKey> due = new HashSet<>();
        for (SourceKey key : untold) {
            SourceClock clock = clocks.get(key);
            if (clock != null && clock.pace().holds(time)) {
                due.add(key);
            }
        }
        untold.removeAll(due);
        if (!minute(before).equals(minute(time))) {
            clocks.values().stream()
                    .filter(clock -> !clock.isSilent())
                    .forEach(clock -> due.add(clock.key()));
        }
        due.stream()
                .filter(this::isOurs)
                .map(key -> clocks.getOrDefault(key, SourceClock.unheard(key)))
                .forEach(clock -> outlet.tell(clock.shown(time)));
    }

    /** Every partition knows every source, and one of them is enough to tell. */
    private boolean isOurs(SourceKey key) {
        return Math.floorMod(key.source().hashCode(), partitions) == partition;
    }

    private void judge(SourceClock before, SourceClock changed, Week lags, Instant now) {
        Week week = lags.asOf(now);
        SourceClock after = changed.judged(week, now);
        SourceKey key = after.key();
        boolean isNew = clocks.put(key, after) == null;
        store.save(after, week);
        Pace pace = after.pace();
        if (isNew || !pace.equals(before.pace())) {
            outlet.tellAll(new PeopleRecord.Paced(partition, key.source(), pace, now));
            untold.add(key);
        }
    }
}
