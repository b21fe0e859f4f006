package io.itinera.segmentation.store;

import io.itinera.kit.codec.Packer;
import io.itinera.kit.codec.Unpacker;
import io.itinera.segmentation.domain.lag.Histogram;
import io.itinera.segmentation.domain.lag.Pace;
import io.itinera.segmentation.domain.lag.SourceClock;
import io.itinera.segmentation.domain.lag.SourceKey;
import io.itinera.segmentation.domain.lag.Week;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of how late sources are, as bytes. */
final class LagPacking {
    private static final int VERSION = 1;

    private LagPacking() {}

    static byte[] pack(SourceClock clock) {
        Duration p50 = clock.p50();
        Duration p99 = clock.p99();
        return new Packer(VERSION)
                .message(1, clock.pace(), PacePacking::write)
                .instant(2, clock.declaredAt())
                .number(3, clock.events())
                .number(4, p50 == null ? 0 : p50.toMillis())
                .number(5, p99 == null ? 0 : p99.toMillis())
                .toBytes();
    }

    static SourceClock clock(SourceKey key, byte[] packed) {
        Unpacker in = Unpacker.of(packed);
        Pace pace = Pace.Silent.UNHEARD;
        Instant declaredAt = Instant.EPOCH;
        long events = 0;
        Duration p50 = Duration.ZERO;
        Duration p99 = Duration.ZERO;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> pace = in.message(PacePacking::read);
                case 2 -> declaredAt = in.instant();
                case 3 -> events = in.number();
                case 4 -> p50 = Duration.ofMillis(in.number());
                case 5 -> p99 = Duration.ofMillis(in.number());
                default -> in.keep();
            }
        }
        return new SourceClock(
                key, pace, declaredAt, events, ofSome(events, p50), ofSome(events, p99));
    }

    private static @Nullable Duration ofSome(long events, Duration quantile) {
        return events == 0 ? null : quantile;
    }

    static byte[] pack(Week week) {
        return new Packer(VERSION)
                .messages(1, week.days().entrySet(), LagPacking::writeDay)
                .toBytes();
    }

    private static void writeDay(Packer out, Map.Entry<Long, Histogram> day) {
        out.number(1, day.getKey())
                .messages(
                        2,
                        day.getValue().counts().entrySet(),
                        (bucket, count) ->
                                bucket.number(1, count.getKey()).number(2, count.getValue()));
    }

    static Week week(byte[] packed) {
        Unpacker in = Unpacker.of(packed);
        SortedMap<Long, Histogram> days = new TreeMap<>();
        while (in.next()) {
            if (in.tag() == 1) {
                Map.Entry<Long, Histogram> day = in.message(LagPacking::day);
                days.put(day.getKey(), day.getValue());
            } else {
                in.keep();
            }
        }
        return new Week(days);
    }

    private static Map.Entry<Long, Histogram> day(Unpacker in) {
        long day = 0;
        SortedMap<Integer, Long> counts = new TreeMap<>();
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> day = in.number();
                case 2 -> {
                    Map.Entry<Integer, Long> count = in.message(LagPacking::count);
                    counts.put(count.getKey(), count.getValue());
                }
                default -> in.keep();
            }
        }
        return Map.entry(day, new Histogram(counts));
    }

    private static Map.Entry<Integer, Long> count(Unpacker in) {
        int bucket = 0;
        long count = 0;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> bucket = Math.toIntExact(in.number());
                case 2 -> count = in.number();
                default -> in.keep();
            }
        }
        return Map.entry(bucket, count);
    }
}
