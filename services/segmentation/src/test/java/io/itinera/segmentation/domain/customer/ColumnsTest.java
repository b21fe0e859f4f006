package io.itinera.segmentation.domain.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.conditions.Conditions;
import io.itinera.conditions.History.Occurrence;
import io.itinera.conditions.Matches;
import io.itinera.conditions.Measure;
import io.itinera.conditions.Reach;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ColumnsTest {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    private static final Reach EVER =
            new Reach(Instant.EPOCH, Integer.MAX_VALUE, Conditions.MAX_READ);

    private int reads;
    private int looks;
    private final List<Occurrence> newestFirst = new ArrayList<>();
    private final Recall recall =
            new Recall(
                    (_, from, visitor) -> {
                        reads++;
                        for (Occurrence each : newestFirst) {
                            if (each.occurredAt().isBefore(from) || !visitor.test(each)) {
                                return;
                            }
                        }
                    });
    private final Measure even =
            new Measure(
                    "Viewed",
                    (properties, _) -> {
                        looks++;
                        return (int) properties.get("number") % 2 == 0;
                    },
                    "even",
                    false,
                    "number");

    private void happen(int count) {
        for (int i = 0; i < count; i++) {
            int number = newestFirst.size();
            Occurrence added =
                    new Occurrence(
                            START.plusSeconds(number), Map.of("number", number), "e" + number);
            newestFirst.addFirst(added);
            recall.add("Viewed", added);
        }
    }

    private List<Object> said(Matches matches) {
        return List.of(matches.size(), String.valueOf(matches.sum(matches.size())));
    }

    @Test
    void eachEventIsLookedAtOnceAndTheHistoryReadOnce() {
        happen(10);
        List<Object> before = said(recall.matches(even, EVER));
        int looksOfReading = looks;
        recall.rest();
        happen(4);
        assertEquals(
                List.of(List.of(5, "20"), List.of(7, "42"), 1, looksOfReading + 4),
                List.of(before, said(recall.matches(even, EVER)), reads, looks));
    }

    @Test
    void whatWasReadForOneQuestionServesTheNextUntilItRests() {
        happen(10);
        recall.matches(even, EVER);
        recall.matches(Measure.every("Viewed"), EVER);
        recall.matches(new Measure("Viewed", (_, _) -> true, "other", false, null), EVER);
        int readAtOnce = reads;
        recall.rest();
        recall.matches(new Measure("Viewed", (_, _) -> true, "third", false, null), EVER);
        assertEquals(List.of(1, 2), List.of(readAtOnce, reads));
    }

    @Test
    void anotherQuestionDoesNotLookAnewForThoseBefore() {
        happen(10);
        recall.matches(even, EVER);
        int looksOfOne = looks;
        for (int question = 0; question < 5; question++) {
            recall.matches(
                    new Measure("Viewed", (_, _) -> true, "other" + question, false, null), EVER);
        }
        assertEquals(
                List.of(looksOfOne, List.of(5, "20")),
                List.of(looks, said(recall.matches(even, EVER))));
    }

    @Test
    void questionOfTheNewestReadsNoFurther() {
        happen(1_000);
        recall.matches(even, new Reach(Instant.EPOCH, 3, Conditions.MAX_READ));
        assertTrue(looks < 20, "it looked " + looks + " times");
    }

    @Test
    void happeningThatIsTheNewestAndEnoughLeavesTheHistoryUnread() {
        happen(10);
        Happening happening =
                new Happening.Followed(
                        "e99", "w", "Viewed", Map.of("number", 2), START.plusSeconds(99), "a1");
        HistoryWith with = new HistoryWith(recall, happening, START.plusSeconds(98));
        List<Object> newest = said(with.matches(even, new Reach(START, 1, Conditions.MAX_READ)));
        assertEquals(List.of(List.of(1, "2"), 0), List.of(newest, reads));
    }

    @Test
    void columnForWhichNobodyAsksIsGivenUp() {
        happen(2);
        recall.matches(even, EVER);
        recall.rest();
        for (int i = 0; i <= Columns.MOST_PASSES; i++) {
            recall.matches(Measure.every("Viewed"), EVER);
            happen(1);
        }
        int before = looks;
        happen(3);
        assertEquals(List.of(before, 1), List.of(looks, reads));
    }

    @Test
    void nameForWhichNobodyAsksIsGivenUp() {
        happen(2);
        recall.matches(even, EVER);
        recall.rest();
        long asked = recall.rest();
        happen(Columns.MOST_PASSES);
        long grown = recall.rest();
        happen(1);
        long given = recall.rest();
        assertTrue(given < asked && asked < grown, "it weighs " + given);
    }

    @Test
    void bothOfAMomentCountWithoutReadingAgain() {
        happen(1);
        recall.matches(even, EVER);
        recall.rest();
        Occurrence twin = new Occurrence(START, Map.of("number", 8), "a");
        newestFirst.add(twin);
        recall.add("Viewed", twin);
        assertEquals(List.of(List.of(2, "8"), 1), List.of(said(recall.matches(even, EVER)), reads));
    }

    @Test
    void lateTwinIsLookedForAmongTheNewest() {
        assertEquals(List.of(501, Columns.MOST_ANEW), afterTwin(1_001 - Columns.MOST_ANEW));
    }

    @Test
    void twinFromLongAgoIsReadWithAllOthers() {
        assertEquals(List.of(501, 2 * 1_001), afterTwin(1_000 - Columns.MOST_ANEW));
    }

    /** How many match when one of a moment comes behind others, and how many are looked at. */
    private List<Integer> afterTwin(int second) {
        happen(1_000);
        recall.matches(even, EVER);
        recall.rest();
        Occurrence twin = new Occurrence(START.plusSeconds(second), Map.of("number", 8), "a");
        newestFirst.add(1_000 - second, twin);
        int before = looks;
        recall.add("Viewed", twin);
        int found = recall.matches(even, EVER).size();
        return List.of(found, looks - before);
    }

    @Test
    void lineThatIsWrittenAgainIsReadAgain() {
        happen(2);
        recall.matches(even, EVER);
        recall.rest();
        Occurrence other = new Occurrence(START.plusSeconds(1), Map.of("number", 4), "e1");
        newestFirst.set(0, other);
        recall.add("Viewed", other);
        assertEquals(List.of(2, "4"), said(recall.matches(even, EVER)));
    }

    @Test
    void beyondWhatIsEverReadMemoryDoesNotGrow() {
        happen(Conditions.MAX_READ);
        recall.matches(even, EVER);
        recall.rest();
        long most = 0;
        for (int thousand = 1; thousand <= 5; thousand++) {
            for (int i = 0; i < 1_000; i++) {
                happen(1);
                recall.matches(even, new Reach(Instant.EPOCH, 1, Conditions.MAX_READ));
            }
            most = Math.max(most, recall.rest());
        }
        long numbers = Conditions.MAX_READ / 2;
        long sum = numbers * (5_000 + 5_000 + Conditions.MAX_READ - 2) / 2;
        assertEquals(
                List.of(List.of(5_000, String.valueOf(sum)), 1),
                List.of(said(recall.matches(even, EVER)), reads));
        assertTrue(most < 40L * Conditions.MAX_READ, "it weighs " + most);
    }
}
