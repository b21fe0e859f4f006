package io.itinera.segmentation.domain.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.conditions.History;
import io.itinera.conditions.History.Occurrence;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is shown is the history with the happening in it, wherever in time that lies. */
final class HistoryWithProperties {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    @Property
    void happeningIsShownInItsPlace(
            @ForAll @Size(max = 6) List<@IntRange(max = 9) Integer> seconds,
            @ForAll @IntRange(max = 9) int happened,
            @ForAll @IntRange(max = 10) int from,
            @ForAll @IntRange(min = 1, max = 8) int wanted,
            @ForAll @IntRange(max = 3) int unsure) {
        History with = new HistoryWith(history(seconds), did(happened), latest(seconds, unsure));
        List<Integer> all = new ArrayList<>(seconds);
        all.add(happened);
        assertEquals(
                List.of(shown(history(all), "Viewed", from, wanted), List.of()),
                List.of(shown(with, "Viewed", from, wanted), shown(with, "Bought", from, wanted)));
    }

    /**
     * As it is when somebody does nothing else at the time, does something later, or nobody knows.
     */
    private static Instant latest(List<Integer> seconds, int unsure) {
        if (unsure == 3) {
            return Instant.MAX;
        }
        return seconds.isEmpty()
                ? Instant.MIN
                : START.plusSeconds(Collections.max(seconds) + unsure);
    }

    private static List<Instant> shown(History history, String event, int from, int wanted) {
        List<Instant> shown = new ArrayList<>();
        history.scan(
                event,
                START.plusSeconds(from),
                each -> {
                    shown.add(each.occurredAt());
                    return shown.size() < wanted;
                });
        return shown;
    }

    private static History history(List<Integer> seconds) {
        List<Integer> newest = seconds.stream().sorted(Comparator.reverseOrder()).toList();
        return (event, from, visitor) -> {
            for (int second : event.equals("Viewed") ? newest : List.<Integer>of()) {
                Instant at = START.plusSeconds(second);
                if (at.isBefore(from) || !visitor.test(new Occurrence(at, Map.of()))) {
                    return;
                }
            }
        };
    }

    private static Happening did(int second) {
        Instant at = START.plusSeconds(second);
        return new Happening.Did(
                new Event(
                        "e1",
                        "w",
                        EventType.track,
                        "Viewed",
                        null,
                        "ann",
                        null,
                        null,
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        at,
                        at,
                        "s",
                        false,
                        Map.of()));
    }
}
