package io.itinera.segmentation;

import static io.itinera.segmentation.ErasureScene.ANN;
import static io.itinera.segmentation.ErasureScene.ANN_TOO;
import static io.itinera.segmentation.ErasureScene.BOB;
import static io.itinera.segmentation.ErasureScene.CATS_ADDRESS;
import static io.itinera.segmentation.ErasureScene.CATS_PHONE;
import static io.itinera.segmentation.ErasureScene.EVE;
import static io.itinera.segmentation.ErasureScene.KIOSK;
import static io.itinera.segmentation.ErasureScene.removed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.contracts.erasures.ErasureReceipt;
import io.itinera.contracts.events.Event;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Resident;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/**
 * Somebody of a {@link Household} is erased, whatever they do before, meanwhile and after, and
 * whatever partition is behind: nothing of them is left, and nobody else has lost anything.
 */
final class ErasureProperties {
    private static final UUID FIRST = new UUID(9, 1);
    private static final UUID SECOND = new UUID(9, 2);

    @Property(tries = 300)
    void nothingIsLeftOfThemAndNobodyElseHasLostAnything(
            @ForAll("acts") List<Household.Act> before,
            @ForAll("acts") List<Household.Act> meanwhile,
            @ForAll("acts") List<Household.Act> after,
            @ForAll boolean settled,
            @ForAll Random random) {
        ErasureScene scene = new ErasureScene(random);
        scene.liveAndLogIn(settled ? before : named(before));
        scene.bothAreAnn();
        if (settled) {
            scene.arrive();
            scene.eveIsTakenForAnn();
        }
        scene.erase(FIRST, ANN);
        scene.live(named(meanwhile));
        scene.arrive();
        scene.liveBehindTheDoor(after);
        scene.arrive();

        assertNothingIsLeft(scene);
        Set<String> suppressed = scene.partitions().told().suppressed();
        assertTrue(suppressed.containsAll(scene.annsOwnNames()));
        assertTrue(scene.annsNames().containsAll(suppressed));
        assertEquals(1, scene.partitions().told().receipts().size());
        assertEquals(scene.without(List.of(), BOB, EVE, KIOSK), scene.known(BOB, EVE, KIOSK));
    }

    /** Who nobody said they were while a device was forgotten may be whoever had it before. */
    private static List<Household.Act> named(List<Household.Act> acts) {
        return acts.stream().filter(act -> !act.isNobodys()).toList();
    }

    private static void assertNothingIsLeft(ErasureScene scene) {
        String everything = scene.partitions().everything();
        assertFalse(everything.contains(Household.MARK), everything);
    }

    @Property(tries = 200)
    void receiptCountsAllThatWasTheirsInWhateverOrderItIsFound(
            @ForAll("acts") List<Household.Act> before,
            @ForAll boolean underway,
            @ForAll Random one,
            @ForAll Random another) {
        assertEquals(receipt(before, underway, one), receipt(before, underway, another));
    }

    /** What is suppressed behind a receipt that adds up. */
    private static Set<String> receipt(
            List<Household.Act> before, boolean underway, Random random) {
        ErasureScene scene = new ErasureScene(random);
        scene.liveAndLogIn(before);
        scene.arrive();
        if (underway) {
            scene.bothAreFoundToBeAnn(scene.now());
            scene.eraseAnnNow(FIRST);
        } else {
            scene.bothAreAnn();
            scene.arrive();
            scene.erase(FIRST, ANN);
        }
        scene.arrive();
        ErasureReceipt receipt = scene.partitions().told().receipts().getFirst();
        assertEquals(
                List.of(scene.annsEvents(), underway ? 2L : 1L, receipt.customers().size() - 1L),
                List.of(
                        removed(receipt, "timeline"),
                        removed(receipt, "profiles"),
                        removed(receipt, "redirects")));
        for (UUID customer : receipt.customers()) {
            assertEquals(
                    new Resident.Erased(FIRST, ANN),
                    scene.partitions().everybody().resident(customer));
        }
        return scene.partitions().told().suppressed();
    }

    @Property(tries = 200)
    void nameThatErasedPeopleShareIsLetInWithTheLastOfThem(
            @ForAll("acts") List<Household.Act> before, @ForAll Random random) {
        ErasureScene scene = new ErasureScene(random);
        scene.liveAndLogIn(before);
        scene.bothAreAnn();
        scene.arrive();
        scene.erase(SECOND, BOB);
        scene.arrive();
        Set<String> ofBob = new TreeSet<>(scene.partitions().told().suppressed());
        scene.erase(FIRST, ANN);
        scene.arrive();
        scene.lift(FIRST, ANN);
        Set<String> ofBobAlone = new TreeSet<>(scene.partitions().told().suppressed());
        scene.lift(SECOND, BOB);

        assertEquals(ofBob, ofBobAlone);
        assertEquals(Set.of(), scene.partitions().told().suppressed());
    }

    @Property(tries = 200)
    void whoIsLetInAgainBeginsAsIfTheyHadNeverBeen(
            @ForAll("acts") List<Household.Act> before,
            @ForAll("acts") List<Household.Act> after,
            @ForAll boolean late,
            @ForAll Random random) {
        ErasureScene scene = new ErasureScene(random);
        scene.liveAndLogIn(before);
        Instant beforeTheLift = scene.now();
        if (!late) {
            scene.bothAreAnn();
        }
        scene.arrive();
        scene.erase(FIRST, ANN);
        scene.arrive();
        scene.lift(FIRST, ANN);
        if (late) {
            scene.bothAreFoundToBeAnn(beforeTheLift);
            scene.arrive();
        }
        assertNothingIsLeft(scene);
        assertEquals(Set.of(), scene.partitions().told().suppressed());

        List<Event> anew =
                scene.liveAnew(
                        after.stream().filter(it -> it.place() != Household.Place.KIOSK).toList());
        UUID[] all = {ANN, ANN_TOO, BOB, EVE, KIOSK};
        assertEquals(scene.without(anew, all), scene.known(all));
    }

    @Property(tries = 200)
    void whoIsLetInAgainStaysSoWhateverComesLate(
            @ForAll("acts") List<Household.Act> before,
            @ForAll("acts") List<Household.Act> meanwhile,
            @ForAll Random random) {
        ErasureScene scene = new ErasureScene(random);
        scene.liveAndLogIn(before);
        scene.bothAreAnn();
        scene.arrive();
        scene.erase(FIRST, ANN);
        scene.arrive();
        scene.live(meanwhile);
        scene.liftSoon(FIRST, ANN);
        scene.arrive();

        assertEquals(Set.of(), scene.partitions().told().suppressed());
        assertEquals(Customer.unknown("w", ANN), scene.partitions().everybody().resident(ANN));
    }

    @Property(tries = 200)
    void visitorIsErasedByAnyOfTheirNamesAndLetInAgain(
            @ForAll("acts") List<Household.Act> acts,
            @ForAll @Size(min = 1, max = 3) List<Household.Address> addresses,
            @ForAll boolean byAddress,
            @ForAll Random random) {
        ErasureScene scene = new ErasureScene(random);
        scene.live(acts.stream().filter(it -> !it.who().contains(Household.MARK)).toList());
        scene.live(Household.visits(addresses));
        scene.live(Household.visits(List.of(Household.Address.OWN)));
        scene.arrive();
        scene.eraseCat(FIRST, byAddress ? CATS_ADDRESS : CATS_PHONE);
        assertNothingIsLeft(scene);
        assertTrue(
                scene.partitions()
                        .told()
                        .suppressed()
                        .containsAll(
                                Set.of(
                                        Household.hash(CATS_PHONE.kind(), CATS_PHONE.value()),
                                        Household.hash(
                                                CATS_ADDRESS.kind(), CATS_ADDRESS.value()))));

        UUID cat = ErasureScene.begun(CATS_PHONE);
        scene.lift(FIRST, cat);
        assertEquals(Set.of(), scene.partitions().told().suppressed());
        UUID address = ErasureScene.begun(CATS_ADDRESS);
        assertEquals(
                Customer.unknown("w", address), scene.partitions().everybody().resident(address));
        List<Event> anew = scene.liveAnew(Household.visits(addresses));
        UUID[] all = {cat, BOB, EVE, KIOSK};
        assertEquals(scene.without(anew, all), scene.known(all));
    }

    @Provide
    Arbitrary<List<Household.Act>> acts() {
        return Household.acts();
    }
}
