package io.itinera.segmentation.domain.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.conditions.History;
import io.itinera.conditions.History.Occurrence;
import io.itinera.conditions.Matches;
import io.itinera.conditions.Measure;
import io.itinera.conditions.Reach;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * What is counted in memory is what a walk through the history would find, whatever was added to it
 * in whatever order, taken out of it or let go in between, and with something about to happen.
 */
final class ColumnsProperties {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    private static final int LATEST_MS = 12;
    private static final List<Measure> MEASURES =
            List.of(
                    Measure.every("Viewed"),
                    measure("", null),
                    measure("", "price"),
                    measure("large", null),
                    measure("large", "price"),
                    Measure.every("Bought"));

    /** What becomes of a history, or is asked of it. */
    sealed interface Step {
        record Added(Occurrence occurrence) implements Step {}

        record Asked(Measure measure, Reach reach) implements Step {}

        record AskedWith(Measure measure, Reach reach, Occurrence happening, int unsure)
                implements Step {}

        record Rested() implements Step {}

        record Scanned(int fromMs) implements Step {}

        record TakenOut(int which) implements Step {}
    }

    /** Compiled anew for every question, as after each publication. */
    private static Measure measure(String filter, @Nullable String property) {
        return new Measure(
                "Viewed",
                (properties, _) -> filter.isEmpty() || (int) properties.get("size") > 1,
                filter,
                false,
                property);
    }

    @Property(tries = 4_000)
    void whatIsCountedInMemoryIsWhatAWalkFinds(@ForAll("steps") List<Step> steps) {
        Trial trial = new Trial();
        steps.forEach(trial::take);
        Reach all = new Reach(START, Integer.MAX_VALUE, 99);
        MEASURES.forEach(measure -> trial.take(new Step.Asked(measure, all)));
    }

    /** A history, and the recall of it. */
    private static final class Trial {
        private final Shelf shelf = new Shelf();
        private Recall recall = new Recall(shelf);

        void take(Step step) {
            switch (step) {
                case Step.Added(Occurrence added) -> {
                    shelf.put(added);
                    recall.add("Viewed", added);
                }
                case Step.Asked(Measure measure, Reach reach) ->
                        assertSame(measure, reach, shelf, recall);
                case Step.AskedWith(Measure measure, Reach reach, Occurrence it, int unsure) ->
                        assertSame(
                                measure,
                                reach,
                                new HistoryWith(shelf, happening(it), shelf.latest(unsure)),
                                new HistoryWith(recall, happening(it), shelf.latest(unsure)));
                case Step.Rested() -> recall.rest();
                case Step.Scanned(int fromMs) ->
                        recall.scan("Viewed", START.plusMillis(fromMs), _ -> true);
                case Step.TakenOut(int which) -> {
                    shelf.take(which);
                    recall = new Recall(shelf);
                }
            }
        }
    }

    private static void assertSame(Measure measure, Reach reach, History plain, History counted) {
        History walked = (event, from, visitor) -> plain.scan(event, from, visitor);
        Matches expected = walked.matches(measure, reach);
        Matches actual = counted.matches(measure, reach);
        assertEquals(expected.size(), actual.size());
        for (int place = 0; place < expected.size(); place++) {
            assertEquals(expected.at(place), actual.at(place));
            assertEquals(expected.after(expected.at(place)), actual.after(actual.at(place)));
        }
        for (int newest = 0; newest <= expected.size(); newest++) {
            assertEquals(expected.numbers(newest), actual.numbers(newest));
            assertEquals(said(expected.sum(newest)), said(actual.sum(newest)));
        }
        assertTrue(expected.rises() || !actual.rises());
    }

    private static String said(@Nullable Number number) {
        return number == null
                ? "none"
                : new BigDecimal(number.toString()).stripTrailingZeros().toString();
    }

    private static Happening happening(Occurrence it) {
        return new Happening.Followed(
                it.id(), "w", "Viewed", it.properties(), it.occurredAt(), "a1");
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Step> asked = Combinators.combine(measures(), reaches()).as(Step.Asked::new);
        Arbitrary<Step> with =
                Combinators.combine(
                                measures(),
                                reaches(),
                                occurrences(),
                                Arbitraries.integers().between(0, 3))
                        .as(Step.AskedWith::new);
        return Arbitraries.frequencyOf(
                        Tuple.of(8, occurrences().map(Step.Added::new)),
                        Tuple.of(6, asked),
                        Tuple.of(4, with),
                        Tuple.of(2, Arbitraries.just(new Step.Rested())),
                        Tuple.of(1, moments().map(Step.Scanned::new)),
                        Tuple.of(1, Arbitraries.integers().between(0, 9).map(Step.TakenOut::new)))
                .list()
                .ofMaxSize(30);
    }

    private static Arbitrary<Integer> moments() {
        return Arbitraries.integers().between(0, LATEST_MS);
    }

    private static Arbitrary<Measure> measures() {
        return Arbitraries.of(MEASURES)
                .map(
                        it ->
                                it.event().equals("Bought")
                                        ? it
                                        : measure(it.filterHash(), it.property()));
    }

    private static Arbitrary<Reach> reaches() {
        Arbitrary<Instant> from =
                Combinators.combine(moments(), Arbitraries.of(0, 0, 0, 500))
                        .as((ms, nanos) -> START.plusMillis(ms).plusNanos(nanos));
        Arbitrary<Integer> enough =
                Arbitraries.oneOf(
                        Arbitraries.integers().between(0, 4), Arbitraries.just(Integer.MAX_VALUE));
        Arbitrary<Integer> read =
                Arbitraries.oneOf(Arbitraries.integers().between(0, 6), Arbitraries.just(99));
        return Combinators.combine(from, enough, read).as(Reach::new);
    }

    /** Few ids, so that lines are written again, and few moments, so that some are the same. */
    private static Arbitrary<Occurrence> occurrences() {
        Arbitrary<Object> prices = Arbitraries.of(5, 2_000, 12.99, 0.5, -1, 7L, 1e300, "none");
        return Combinators.combine(
                        moments(),
                        prices,
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.strings().withChars("ab").ofMinLength(1).ofMaxLength(3))
                .as(
                        (at, price, size, id) ->
                                new Occurrence(
                                        START.plusMillis(at),
                                        Map.of("price", price, "size", size),
                                        id));
    }

    /** Events of one name as a store keeps them. */
    private static final class Shelf implements History {
        private final List<Occurrence> newestFirst = new ArrayList<>();

        void put(Occurrence added) {
            newestFirst.removeIf(
                    it -> it.id().equals(added.id()) && it.occurredAt().equals(added.occurredAt()));
            newestFirst.add(added);
            newestFirst.sort(
                    Comparator.comparing(Occurrence::occurredAt)
                            .thenComparing(Occurrence::id)
                            .reversed());
        }

        void take(int which) {
            if (which < newestFirst.size()) {
                newestFirst.remove(which);
            }
        }

        /** A moment after which nothing occurred, more or less late; or nobody knows. */
        Instant latest(int unsure) {
            if (unsure == 3) {
                return Instant.MAX;
            }
            return newestFirst.isEmpty()
                    ? Instant.MIN
                    : newestFirst.getFirst().occurredAt().plusMillis(unsure);
        }

        @Override
        public void scan(String event, Instant from, Predicate<Occurrence> visitor) {
            for (Occurrence each : event.equals("Viewed") ? newestFirst : List.<Occurrence>of()) {
                if (each.occurredAt().isBefore(from) || !visitor.test(each)) {
                    return;
                }
            }
        }
    }
}
