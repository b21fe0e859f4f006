package io.itinera.segmentation;

import io.itinera.conditions.InvalidCondition;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Condition.Occurrence.Which;
import io.itinera.contracts.condition.Moment;
import io.itinera.contracts.condition.Operand;
import io.itinera.contracts.condition.Test;
import io.itinera.contracts.condition.Times;
import io.itinera.contracts.definitions.SegmentDefinition;
import io.itinera.contracts.definitions.SegmentHead;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The segments whose sizes are a shop's {@link Figures}. "Within 30 days of the first purchase" is
 * said as a marketer can say it: for each day of a cohort's month, first bought then, and bought on
 * one of the 30 days after it.
 *
 * @param partitions where they are published
 * @param at when
 */
record CohortSegments(Partitions partitions, Instant at) {
    private static final int SOON_DAYS = 30;

    /**
     * Publishes what is needed for the figures of these months, and reads them off.
     *
     * @param newcomers the last month in which somebody bought for the first time
     * @param orders how many lines all timelines have, which no segment says
     */
    Figures ofMonths(YearMonth first, YearMonth newcomers, YearMonth last, long orders)
            throws InvalidCondition {
        List<YearMonth> months =
                Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                        .toList();
        publish("customers", bought(Times.ONCE, null));
        publish("once", bought(new Times(1, 1), null));
        for (YearMonth cohort : upTo(newcomers, months)) {
            publish(
                    "cohort " + cohort,
                    new Condition.All(firstBought(cohort.atDay(1), cohort.plusMonths(1).atDay(1))));
            publish("soon " + cohort, new Condition.Any(soon(cohort)));
            for (YearMonth later : after(cohort, months)) {
                publish("%s %s".formatted(cohort, later), returned(cohort, later));
            }
        }
        for (int partition = 0; partition < Partitions.COUNT; partition++) {
            partitions.turn(partition);
        }
        return read(upTo(newcomers, months), months, orders);
    }

    private Figures read(List<YearMonth> newcomers, List<YearMonth> months, long orders) {
        Map<YearMonth, Long> cohorts = new TreeMap<>();
        Map<String, Long> returned = new TreeMap<>();
        long soon = 0;
        for (YearMonth cohort : newcomers) {
            note(cohorts, cohort, size("cohort " + cohort));
            soon += size("soon " + cohort);
            for (YearMonth later : after(cohort, months)) {
                String pair = cohort + " " + later;
                note(returned, pair, size(pair));
            }
        }
        return new Figures(size("customers"), orders, size("once"), soon, cohorts, returned);
    }

    private static <K> void note(Map<K, Long> figures, K key, long size) {
        if (size > 0) {
            figures.put(key, size);
        }
    }

    private static List<YearMonth> upTo(YearMonth month, List<YearMonth> months) {
        return months.stream().filter(each -> !each.isAfter(month)).toList();
    }

    private static List<YearMonth> after(YearMonth month, List<YearMonth> months) {
        return months.stream().filter(each -> each.isAfter(month)).toList();
    }

    private static List<Condition> soon(YearMonth cohort) {
        return IntStream.rangeClosed(1, cohort.lengthOfMonth())
                .mapToObj(cohort::atDay)
                .map(CohortSegments::boughtSoonAfter)
                .toList();
    }

    private static Condition boughtSoonAfter(LocalDate day) {
        List<Object> days =
                IntStream.rangeClosed(1, SOON_DAYS)
                        .<Object>mapToObj(later -> day.plusDays(later).toString())
                        .toList();
        Condition then = new Condition.Property("day", new Test.In(days));
        List<Condition> all = new ArrayList<>(firstBought(day, day.plusDays(1)));
        all.add(bought(Times.ONCE, then));
        return new Condition.All(all);
    }

    private static Condition returned(YearMonth cohort, YearMonth later) {
        Condition then =
                new Condition.Property(
                        "day", new Test.StartsWith(new Operand.Literal(later.toString())));
        return new Condition.All(
                List.of(
                        new Condition.Segment(id("cohort " + cohort).toString()),
                        bought(Times.ONCE, then)));
    }

    private static Condition bought(Times times, @Nullable Condition where) {
        return new Condition.Performed(Purchases.BOUGHT, times, null, where);
    }

    /** From the start of a day on, and before the start of another. */
    private static List<Condition> firstBought(LocalDate from, LocalDate before) {
        Instant justBefore = from.atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
        return List.of(
                first(new Test.After(new Moment.At(justBefore.toString()))),
                first(new Test.Before(new Moment.At(before.toString()))));
    }

    private static Condition first(Test test) {
        return new Condition.Occurrence(Which.first, Purchases.BOUGHT, null, test);
    }

    private long size(String name) {
        return partitions.everybody().members(Purchases.WORKSPACE, id(name));
    }

    private void publish(String name, Condition condition) throws InvalidCondition {
        partitions.publish(
                new SegmentDefinition(
                        id(name), 1, Purchases.WORKSPACE, name, condition, at, Map.of()));
        partitions.publish(new SegmentHead(id(name), Purchases.WORKSPACE, 1, false));
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
