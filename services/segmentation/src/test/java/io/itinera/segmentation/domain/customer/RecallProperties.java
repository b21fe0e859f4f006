package io.itinera.segmentation.domain.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.conditions.History;
import io.itinera.conditions.History.Occurrence;
import java.time.Instant;
import java.util.ArrayList;
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

    @Property(tries = 20)
    void longHistoryIsShownWhole(@ForAll @IntRange(min = -2, max = 2) int beyond) {
        int events = Recall.MOST + beyond;
        History history = of(events, new AtomicInteger());
        History recall = new Recall(history);
        List<Object> whole = shown(history, 0, Integer.MAX_VALUE);
        assertEquals(
                List.of(whole, whole),
                List.of(shown(recall, 0, Integer.MAX_VALUE), shown(recall, 0, Integer.MAX_VALUE)));
    }

    @Property(tries = 20)
    void secondQuestionReadsNothing(@ForAll @IntRange(max = Recall.MOST) int events) {
        AtomicInteger reads = new AtomicInteger();
        History recall = new Recall(of(events, reads));
        Tuple2<List<Object>, List<Object>> both =
                Tuple.of(shown(recall, 0, Integer.MAX_VALUE), shown(recall, 0, Integer.MAX_VALUE));
        assertEquals(Tuple.of(both.get1(), 1), Tuple.of(both.get2(), reads.get()));
    }
}
