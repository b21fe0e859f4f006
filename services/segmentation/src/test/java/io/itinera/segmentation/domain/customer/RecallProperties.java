package io.itinera.segmentation.domain.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.conditions.History;
import io.itinera.conditions.History.Occurrence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is recalled is what would be read. */
final class RecallProperties {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    private static final Comparator<Occurrence> NEWEST_FIRST =
            Comparator.comparing(Occurrence::occurredAt).thenComparing(Occurrence::id).reversed();

    /** One event a second, two at some seconds, newest first. */
    private static History of(int events, AtomicInteger reads) {
        List<Occurrence> newest =
                IntStream.iterate(events - 1, each -> each >= 0, each -> each - 1)
                        .mapToObj(
                                each ->
                                        new Occurrence(
                                                START.plusSeconds(each / 2),
                                                Map.of("number", each)))
                        .toList();
        return (event, from, visitor) -> {
            reads.incrementAndGet();
            for (Occurrence each : newest) {
                if (each.occurredAt().isBefore(from) || !visitor.test(each)) {
                    return;
                }
            }
        };
    }

    private static List<Object> shown(History history, int fromSecond, int wanted) {
        List<Object> shown = new ArrayList<>();
        history.scan(
                "Viewed",
                START.plusSeconds(fromSecond),
                each -> {
                    shown.add(each.properties().get("number"));
                    return shown.size() < wanted;
                });
        return shown;
    }

    @Property
    void everyScanShowsWhatTheHistoryWould(
            @ForAll @IntRange(max = 20) int events,
            @ForAll @Size(max = 8) List<@IntRange(max = 12) Integer> froms,
            @ForAll @IntRange(min = 1, max = 25) int wanted) {
        History history = of(events, new AtomicInteger());
        History recall = new Recall(history);
        for (int scan = 0; scan < froms.size(); scan++) {
            int stopsAfter = 1 + (wanted * (scan + 1)) % 25;
            assertEquals(
                    shown(history, froms.get(scan), stopsAfter),
                    shown(recall, froms.get(scan), stopsAfter));
        }
    }

    /** Some are added to the history and told, and between them it is asked. */
    @Property
    void recallThatIsToldShowsWhatTheHistoryWould(
            @ForAll @Size(max = 10) List<@IntRange(max = 9) Integer> seconds,
            @ForAll @Size(min = 1, max = 10) List<@IntRange(max = 9) Integer> froms,
            @ForAll @IntRange(min = 1, max = 14) int wanted) {
        List<Occurrence> newest = new ArrayList<>();
        History history = shows(newest);
        Recall recall = new Recall(history);
        for (int i = 0; i < seconds.size(); i++) {
            int from = froms.get(i % froms.size());
            shown(recall, from, 1 + (wanted + i) % 14);
            Occurrence added = occurrence(seconds.get(i), i);
            newest.add(added);
            newest.sort(NEWEST_FIRST);
            recall.add("Viewed", added);
            assertEquals(shown(history, from, wanted), shown(recall, from, wanted));
        }
        assertEquals(shown(history, 0, 99), shown(recall, 0, 99));
    }

    private static Occurrence occurrence(int second, int number) {
        return new Occurrence(
                START.plusSeconds(second), Map.of("number", number), "e" + (number * 7) % 10);
    }

    private static History shows(List<Occurrence> newest) {
        return (_, from, visitor) -> {
            for (Occurrence each : List.copyOf(newest)) {
                if (each.occurredAt().isBefore(from) || !visitor.test(each)) {
                    return;
                }
            }
        };
    }

    @Property(tries = 5)
    void recallGrowsNoMoreThanAnyQuestionReads(@ForAll @IntRange(max = 3) int beyond) {
        Recall recall = new Recall(of(Lines.MOST, new AtomicInteger()));
        shown(recall, 0, Integer.MAX_VALUE);
        long weight = recall.rest();
        for (int i = 0; i < beyond; i++) {
            recall.add("Viewed", occurrence(Lines.MOST + i, Lines.MOST + i));
        }
        assertEquals(weight, recall.rest());
    }

    @Property(tries = 20)
    void longHistoryIsShownWhole(@ForAll @IntRange(min = -2, max = 2) int beyond) {
        int events = Lines.MOST + beyond;
        History history = of(events, new AtomicInteger());
        History recall = new Recall(history);
        List<Object> whole = shown(history, 0, Integer.MAX_VALUE);
        assertEquals(
                List.of(whole, whole),
                List.of(shown(recall, 0, Integer.MAX_VALUE), shown(recall, 0, Integer.MAX_VALUE)));
    }

    @Property(tries = 20)
    void secondQuestionReadsNothing(@ForAll @IntRange(max = Lines.MOST) int events) {
        AtomicInteger reads = new AtomicInteger();
        History recall = new Recall(of(events, reads));
        Tuple2<List<Object>, List<Object>> both =
                Tuple.of(shown(recall, 0, Integer.MAX_VALUE), shown(recall, 0, Integer.MAX_VALUE));
        assertEquals(Tuple.of(both.get1(), 1), Tuple.of(both.get2(), reads.get()));
    }
}
