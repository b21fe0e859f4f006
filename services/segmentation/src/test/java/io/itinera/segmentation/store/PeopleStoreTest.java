package io.itinera.segmentation.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.activity.ActivityCause;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.customer.Standing;
import io.itinera.segmentation.domain.identity.Identity;
import io.itinera.segmentation.domain.identity.Named;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

final class PeopleStoreTest {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    private static final UUID ANN = new UUID(-7, 7);

    private final KeyValueStore<Bytes, byte[]> store = Stores.inMemoryKeyValueStore("any").get();

    @Test
    void identityIsFoundByItsBeginningWhateverItsKind() {
        LookupStore lookups = new LookupStore(store);
        Customer ann = identified(ANN, "email", "ann@shop.example");
        Customer bob = identified(new UUID(-8, 8), "line", "ann-and-bob");
        lookups.follow(Customer.unknown("w", ANN), ann);
        lookups.follow(Customer.unknown("w", bob.id()), bob);
        assertEquals(List.of(ANN, bob.id()), lookups.view().withIdentity("w", "ann", 5));
        assertEquals(List.of(bob.id()), lookups.view().withIdentity("w", "ann-", 5));
        assertEquals(List.of(), lookups.view().withIdentity("v", "ann", 5));
        assertEquals(List.of(), lookups.view().withIdentity("w", "anne", 5));
    }

    @Test
    void wholeIdentityNamesNobodyWhoseIdentityOnlyBeginsSo() {
        LookupStore lookups = new LookupStore(store);
        Customer bob = identified(new UUID(-8, 8), "user", "u12");
        lookups.follow(Customer.unknown("w", ANN), identified(ANN, "user", "u1"));
        lookups.follow(Customer.unknown("w", bob.id()), bob);
        assertEquals(List.of(ANN), lookups.view().named("w", "u1", 5));
        assertEquals(List.of(), lookups.view().named("w", "u", 5));
    }

    private static Customer identified(UUID id, String kind, String value) {
        Customer nobody = Customer.unknown("w", id);
        return new Customer(
                nobody.workspace(),
                id,
                nobody.identities().with(new Named(kind, value), Identity.said(START, "e1", "s")),
                nobody.traits(),
                nobody.consents(),
                nobody.tags(),
                nobody.attained(),
                nobody.journeys(),
                nobody.accounts(),
                nobody.standings(),
                null,
                null,
                0,
                START);
    }

    @Test
    void agendaNamesWhoPutsOffWhenTheyWereFirstExpected() {
        LookupStore lookups = new LookupStore(store);
        Instant planned = lookups.plan(null, waking(START.plusSeconds(5)));
        Instant putOff = lookups.plan(planned, waking(START.plusSeconds(9)));
        LookupView.Due early = lookups.nextDue(START.plusSeconds(20)).orElseThrow();
        lookups.fired(early);
        Instant again = lookups.plan(null, waking(START.plusSeconds(9)));
        assertEquals(
                List.of(START.plusSeconds(5), START.plusSeconds(5), START.plusSeconds(9)),
                List.of(putOff, early.at(), again));
    }

    @Test
    void agendaNamesOnceWhoIsExpectedEarlier() {
        LookupStore lookups = new LookupStore(store);
        Instant planned = lookups.plan(null, waking(START.plusSeconds(5)));
        Instant earlier = lookups.plan(planned, waking(START.plusSeconds(3)));
        LookupView.Due due = lookups.nextDue(START.plusSeconds(20)).orElseThrow();
        lookups.fired(due);
        assertEquals(
                List.of(START.plusSeconds(3), START.plusSeconds(3), Optional.empty()),
                List.of(earlier, due.at(), lookups.nextDue(START.plusSeconds(20))));
    }

    private static Customer waking(Instant at) {
        Customer nobody = Customer.unknown("w", ANN);
        return nobody.goingOn(
                new TreeMap<>(Map.of("s1", new Standing(1, true, START, ActivityCause.event, at))),
                1,
                START);
    }

    /** Who is remembered is what is stored, however many come between. */
    @Test
    void residentsAreFoundAsTheyWereKept() {
        Residents residents = new Residents(store, 10L * Residents.OWN_WEIGHT);
        for (int i = 0; i < 10; i++) {
            UUID id = new UUID(5, i);
            residents.put("w", id, new Residents.Stored(Customer.unknown("w", id), null));
        }
        Customer ann = waking(START.plusSeconds(9));
        Residents.Stored kept = new Residents.Stored(ann, START.plusSeconds(5));
        residents.put("w", ANN, kept);
        assertEquals(
                List.of(kept, kept, Customer.unknown("w", new UUID(5, 0))),
                List.of(
                        residents.find("w", ANN),
                        new Residents(store).find("w", ANN),
                        residents.find("w", new UUID(5, 0)).resident()));
        assertEquals(Customer.unknown("v", ANN), residents.find("v", ANN).resident());
    }

    /** Somebody else writes behind its back, which shows whether the store is read again. */
    @Test
    void residentsAreRememberedUpToAWeightThoseOfLateFirst() {
        Residents residents = new Residents(store, 3L * Residents.OWN_WEIGHT);
        UUID early = new UUID(5, 0);
        UUID late = new UUID(5, 1);
        Residents.Stored first = new Residents.Stored(Customer.unknown("w", early), null);
        Residents.Stored second = new Residents.Stored(Customer.unknown("w", late), null);
        residents.put("w", early, first);
        residents.put("w", late, second);
        residents.put("w", ANN, new Residents.Stored(Customer.unknown("w", ANN), null));
        Residents.Stored moved = new Residents.Stored(new Resident.Moved(ANN), null);
        new Residents(store).put("w", early, moved);
        new Residents(store).put("w", late, moved);
        assertEquals(
                List.of(second, moved),
                List.of(residents.find("w", late), residents.find("w", early)));
    }
}
