package io.itinera.segmentation.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.contracts.activity.ActivityCause;
import io.itinera.kit.records.Unreadable;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.customer.Standing;
import io.itinera.segmentation.domain.customer.Standings;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

final class ResidentRowsTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final UUID ANN = new UUID(1, 1);
    private static final int MANY = 200;
    private static final String STORED =
            "01080a9a023280f08eeb94670d000000000000000900000000000000000400c0"
                    + "a9070d000000000000000900000000000000010200c0a907";

    private final KeyValueStore<Bytes, byte[]> store =
            Stores.inMemoryKeyValueStore("customers").get();
    private final Residents residents = new Residents(store);

    private static Standing standing(int version) {
        return new Standing(version, true, START, ActivityCause.event, START.plusSeconds(60));
    }

    /** Ann, who stands with so many segments, with the first of them in other versions. */
    private static Customer ann(int segments, int others) {
        SortedMap<String, Standing> standings = new TreeMap<>();
        for (int i = 0; i < segments; i++) {
            standings.put(new UUID(9, i).toString(), standing(i < others ? 2 : 1));
        }
        return Customer.unknown("w", ANN).goingOn(standings, others, START.plusSeconds(others));
    }

    private void put(Customer customer) {
        residents.put("w", ANN, Residents.Stored.planned(customer));
    }

    private byte[] row() {
        return store.get(ResidentRows.key("w", ANN));
    }

    private byte[] settled() {
        return store.get(ResidentRows.settledKey("w", ANN));
    }

    @Test
    void fewStandingsStandWithTheCustomer() {
        put(ann(Settled.MOST_LATELY, 0));
        assertNull(settled());
    }

    @Test
    void manyStandingsStandInARowOfTheirOwn() {
        put(ann(MANY, 0));
        assertTrue(row().length < 100 && settled().length > 20 * MANY);
    }

    @Test
    void whatChangesLatelyIsWrittenWithTheCustomer() {
        put(ann(MANY, 0));
        byte[] before = settled();
        put(ann(MANY, Settled.MOST_LATELY));
        assertArrayEquals(before, settled());
    }

    @Test
    void allAreWrittenAnewWhenTooManyHaveChanged() {
        put(ann(MANY, 0));
        put(ann(MANY, Settled.MOST_LATELY + 1));
        assertEquals(ann(MANY, Settled.MOST_LATELY + 1).standings(), read());
        assertTrue(row().length < 100);
    }

    @Test
    void whatEndedLatelyIsNotedWithTheCustomer() {
        put(ann(MANY, 0));
        byte[] before = settled();
        Customer left = ann(MANY - Settled.MOST_LATELY, 0);
        put(left);
        assertArrayEquals(before, settled());
        assertEquals(left, new Residents(store).find("w", ANN).resident());
    }

    @Test
    void allAreWrittenAnewWhenTooManyHaveEnded() {
        put(ann(MANY, 0));
        Customer left = ann(MANY - Settled.MOST_LATELY - 1, 0);
        put(left);
        assertEquals(left.standings(), read());
        assertTrue(row().length < 100);
    }

    @Test
    void whoIsForgottenBetweenTwoRowsIsNotFound() {
        put(ann(MANY, 0));
        byte[] early = row();
        residents.forget("w", ANN);
        assertNull(ResidentRows.copy(store).found("w", ANN, early));
    }

    @Test
    void rowsThatDoNotBelongTogetherAreCorruptState() {
        put(ann(MANY, 0));
        Settled other = Settled.read(settled());
        store.put(
                ResidentRows.settledKey("w", ANN),
                new Settled(other.edition() + 1, other.standings()).pack());
        Unreadable corrupt =
                assertThrows(Unreadable.class, () -> new Residents(store).find("w", ANN));
        assertEquals("corrupt_state", corrupt.reason());
    }

    @Test
    void rowWithoutTheOneThatGoesWithItIsCorruptState() {
        put(ann(MANY, 0));
        store.delete(ResidentRows.settledKey("w", ANN));
        assertThrows(Unreadable.class, () -> new Residents(store).find("w", ANN));
        assertThrows(Unreadable.class, () -> CustomerView.own(store).after("w", null, 1));
    }

    @Test
    void copyThatStaysBetweenTwoRowsIsToBeAskedAgain() {
        put(ann(MANY, 0));
        store.delete(ResidentRows.settledKey("w", ANN));
        CustomerView copy = CustomerView.copy(store);
        assertThrows(InvalidStateStoreException.class, () -> copy.find("w", ANN));
        assertThrows(InvalidStateStoreException.class, () -> copy.after("w", null, 1));
    }

    private Map<String, Standing> read() {
        return Settled.read(settled()).standings();
    }

    @Test
    void whoIsHereNoMoreHasNoSecondRow() {
        put(ann(MANY, 0));
        residents.put("w", ANN, new Residents.Stored(new Resident.Moved(new UUID(2, 2)), null));
        assertNull(settled());
    }

    @Test
    void whoIsForgottenHasNoRow() {
        put(ann(MANY, 0));
        residents.forget("w", ANN);
        assertEquals(List.of(true, true), List.of(row() == null, settled() == null));
    }

    @Test
    void whoComesBetweenTwoRowsLooksAgain() {
        put(ann(MANY, 0));
        byte[] early = row();
        put(ann(MANY, Settled.MOST_LATELY + 1));
        ResidentRows.Found found = ResidentRows.copy(store).found("w", ANN, early);
        assertNotNull(found);
        assertEquals(ann(MANY, Settled.MOST_LATELY + 1), found.stored().resident());
    }

    /** As the release stored it that first wrote such a row. */
    @Test
    void settledStandingsAreStillRead() {
        Settled two = new Settled(5, Standings.of(ann(2, 1).standings()));
        assertEquals(
                List.of(two, STORED),
                List.of(
                        Settled.read(HexFormat.of().parseHex(STORED)),
                        HexFormat.of().formatHex(two.pack())));
    }
}
