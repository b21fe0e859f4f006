package io.itinera.insights.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.itinera.insights.domain.EventCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ActivityStoreTest {
    private static final UUID ANONYMOUS = new UUID(1, 1);
    private static final UUID CUSTOMER = new UUID(1, 2);
    private static final UUID FINAL = new UUID(1, 3);

    private final String workspace = TestDatabase.workspace();
    private final ActivityStore store = new ActivityStore(TestDatabase.SHARED);
    private final JourneyStore answers = new JourneyStore(TestDatabase.SHARED);

    @Test
    void redeliveredBatchChangesNothing() {
        Rows rows =
                new Rows(workspace)
                        .event(CUSTOMER, "a", 1, Map.of())
                        .event(CUSTOMER, "b", 2, Map.of());
        store.take(rows.batch());
        List<EventCount> once = answers.events(workspace);
        store.take(rows.batch());
        assertEquals(once, answers.events(workspace));
        assertEquals(List.of(1L, 1L), once.stream().map(EventCount::events).toList());
    }

    @Test
    void activityToldTwiceAtTwoPlacesCountsOnce() {
        var batch = new Rows(workspace).event(CUSTOMER, "a", 1, Map.of()).batch();
        batch.add(0, 1, batch.rows().getFirst().row());
        batch.add(1, 0, batch.rows().getFirst().row());
        store.take(batch);
        assertEquals(
                List.of(1L), answers.events(workspace).stream().map(EventCount::events).toList());
    }

    @Test
    void offsetsStandWhereTheRowsEnd() {
        var batch = new Rows(workspace).event(CUSTOMER, "a", 1, Map.of()).batch();
        batch.skip(3, 41);
        store.take(batch);
        assertEquals(Map.of(0, 1L, 3, 42L), new Offsets(TestDatabase.SHARED).next(batch.topic()));
    }

    @Test
    void topicThatBeginsAgainAddsWhatIsNewInItAndCountsNothingTwice() {
        var old = new Rows(workspace).event(CUSTOMER, "a", 1, Map.of()).batch();
        old.skip(0, 41);
        store.take(old);
        store.take(
                new Rows(workspace)
                        .event(CUSTOMER, "a", 1, Map.of())
                        .event(CUSTOMER, "b", 2, Map.of())
                        .batch());
        assertEquals(
                List.of(1L, 1L),
                answers.events(workspace).stream().map(EventCount::events).toList());
        assertEquals(Map.of(0, 2L), new Offsets(TestDatabase.SHARED).next(old.topic()));
    }

    @Test
    void mergesToldInAnyOrderLeadToTheOneWhoGoesOn() {
        for (int order = 0; order < 2; order++) {
            String its = TestDatabase.workspace();
            Rows rows =
                    new Rows(its)
                            .event(ANONYMOUS, "a", 1, Map.of())
                            .event(CUSTOMER, "a", 2, Map.of());
            if (order == 0) {
                rows.merge(ANONYMOUS, CUSTOMER).merge(CUSTOMER, FINAL);
            } else {
                rows.merge(CUSTOMER, FINAL).merge(ANONYMOUS, CUSTOMER);
            }
            store.take(rows.event(FINAL, "a", 3, Map.of()).merge(ANONYMOUS, CUSTOMER).batch());
            assertEquals(
                    List.of(1L), answers.events(its).stream().map(EventCount::people).toList());
        }
    }

    @Test
    void whoWasPartedFromAnotherIsTwoPeopleAgainAndCanBeMergedAgain() {
        Rows rows =
                new Rows(workspace)
                        .event(ANONYMOUS, "a", 1, Map.of())
                        .event(CUSTOMER, "a", 2, Map.of())
                        .event(FINAL, "a", 3, Map.of())
                        .merge(ANONYMOUS, CUSTOMER)
                        .merge(CUSTOMER, FINAL)
                        .unmerge(CUSTOMER, FINAL, List.of(ANONYMOUS, CUSTOMER));
        store.take(rows.batch());
        List<Long> parted = answers.events(workspace).stream().map(EventCount::people).toList();
        store.take(rows.merge(CUSTOMER, FINAL).batch());
        List<Long> merged = answers.events(workspace).stream().map(EventCount::people).toList();
        assertEquals(List.of(List.of(2L), List.of(1L)), List.of(parted, merged));
    }

    @Test
    void activityOfACustomerWithAnotherOriginTellsWhoTheOriginIs() {
        store.take(
                new Rows(workspace)
                        .event(ANONYMOUS, "a", 1, Map.of())
                        .event(CUSTOMER, ANONYMOUS, "a", 2, Map.of())
                        .event(CUSTOMER, "a", 3, Map.of())
                        .batch());
        assertEquals(
                List.of(1L), answers.events(workspace).stream().map(EventCount::people).toList());
    }

    @Test
    void fileOutlivesItsProcessAndCannotReachOthers() throws IOException {
        Path directory = TestDatabase.directory();
        Path secret = Files.writeString(directory.resolve("secret.csv"), "a\n1\n");
        Rows rows = new Rows(workspace).event(CUSTOMER, "a", 1, Map.of());
        Database first = TestDatabase.open(directory);
        new ActivityStore(first).take(rows.batch());
        first.close();
        Database second = TestDatabase.open(directory);
        assertEquals(1, new JourneyStore(second).events(workspace).size());
        Sql outside = new Sql().add("SELECT * FROM read_csv(?)", secret.toString());
        assertThrows(
                StoreFailed.class,
                () -> second.read(it -> outside.list(it, row -> row.getString(1))));
        second.close();
    }
}
