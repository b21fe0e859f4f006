package io.itinera.segmentation;

import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.erasures.ErasureReceipt;
import io.itinera.contracts.erasures.ErasureRequest;
import io.itinera.contracts.erasures.Removed;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.outcomes.OutcomeName;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.identity.Grounds;
import io.itinera.segmentation.domain.identity.Named;
import io.itinera.segmentation.domain.people.OfErasure;
import io.itinera.segmentation.domain.people.PeopleRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** A {@link Household} on several partitions, one piece of work at a time, and who is erased. */
final class ErasureScene {
    static final UUID ANN = Partitions.customer("user", Household.ANN);
    static final UUID ANN_TOO = Partitions.customer("user", Household.ANN_TOO);
    static final UUID BOB = Partitions.customer("user", Household.BOB);
    static final UUID EVE = Partitions.customer("user", Household.EVE);
    static final UUID KIOSK = Partitions.customer("anonymous", Household.KIOSK);

    static final Named CATS_PHONE = new Named("anonymous", "phone-of-" + Household.CAT);
    static final Named CATS_ADDRESS = new Named("email", Household.CAT + "@home.example");

    private final Partitions partitions = new Partitions(1, 1);
    private final Household household = new Household();
    private final List<Event> told = new ArrayList<>();
    private final Random random;

    ErasureScene(Random random) {
        this.random = random;
    }

    /** All that an erasure of another must leave as it is. */
    record Known(
            Object identities, Object traits, String seen, long events, List<String> timeline) {
        private static Known of(Partitions partitions, UUID customer) {
            return switch (partitions.everybody().resident(customer)) {
                case Customer it -> of(it, partitions.everybody().timeline(customer));
                case Resident.Erased _ -> of(Customer.unknown("w", customer), List.of());
                case Resident.Moved moved -> new Known(moved, "", "", 0, List.of());
            };
        }

        private static Known of(Customer it, List<String> timeline) {
            return new Known(
                    it.identities(),
                    it.traits(),
                    String.valueOf(it.firstSeen()) + it.lastSeen(),
                    it.events(),
                    timeline);
        }
    }

    Partitions partitions() {
        return partitions;
    }

    /** What is known of these. */
    List<Known> known(UUID... customers) {
        return Stream.of(customers).map(it -> Known.of(partitions, it)).toList();
    }

    /** What would be if nothing that was Ann's had been told, and then this. */
    List<Known> without(List<Event> anew, UUID... customers) {
        Partitions never = new Partitions(1, 1);
        household.others(told).forEach(it -> collect(never, it));
        anew.forEach(it -> collect(never, it));
        never.runInPeace(new Random(1));
        return Stream.of(customers).map(it -> Known.of(never, it)).toList();
    }

    /** They do so; nothing of it need have arrived. */
    void live(List<Household.Act> acts) {
        tell(household.live(acts));
    }

    /** The same, and all who have a device say so. */
    void liveAndLogIn(List<Household.Act> acts) {
        live(acts);
        tell(household.logIn());
    }

    /** They do so when the collector knows who is suppressed. */
    void liveBehindTheDoor(List<Household.Act> acts) {
        Set<String> suppressed = Set.copyOf(partitions.told().suppressed());
        tell(
                household.live(acts).stream()
                        .filter(it -> Household.hashes(it).stream().noneMatch(suppressed::contains))
                        .toList());
    }

    /** They do so, though not as part of what is compared. */
    List<Event> liveAnew(List<Household.Act> acts) {
        List<Event> anew = household.live(acts);
        anew.forEach(it -> collect(partitions, it));
        arrive();
        return anew;
    }

    private void tell(List<Event> events) {
        told.addAll(events);
        events.forEach(it -> collect(partitions, it));
    }

    private static void collect(Partitions partitions, Event event) {
        String key = event.anonymousId() == null ? event.userId() : event.anonymousId();
        partitions.collect(Partitions.of(Objects.requireNonNull(key)), event);
    }

    void arrive() {
        partitions.run(random);
    }

    Instant now() {
        return household.now();
    }

    /** A person says that both of Ann's ids are one. */
    void bothAreAnn() {
        ask(OutcomeName.MERGE_ASKED, ANN_TOO);
    }

    /** Somebody takes Eve for Ann, and is told better before it matters. */
    void eveIsTakenForAnn() {
        ask(OutcomeName.MERGE_ASKED, EVE);
        arrive();
        ask(OutcomeName.UNMERGE_ASKED, EVE);
        arrive();
    }

    private void ask(OutcomeName name, UUID from) {
        Instant at = now();
        Map<String, Object> wish = Map.of("into", ANN.toString(), "by", "mira");
        partitions.take(new Outcome(name + "/" + at, "w", from, name, wish, at, null, 0, Map.of()));
    }

    /** It was found then that both of Ann's ids are one: the past of one begins to move. */
    void bothAreFoundToBeAnn(Instant at) {
        Grounds asked = new Grounds("r1", null, "mira", null);
        Merge merge = new Merge(ANN_TOO, ANN);
        partitions.tell(ANN_TOO, new PeopleRecord.Found("w", merge, at, asked));
    }

    void erase(UUID erasure, UUID customer) {
        partitions.ask(
                new ErasureRequest(erasure, "w", customer, null, null, "mira", now(), Map.of()));
    }

    /** Cat is erased, by one of their names. */
    void eraseCat(UUID erasure, Named name) {
        String hash = Household.hash(name.kind(), name.value());
        partitions.ask(
                new ErasureRequest(
                        erasure,
                        "w",
                        begun(CATS_PHONE),
                        hash,
                        begun(name),
                        "mira",
                        now(),
                        Map.of()));
        arrive();
    }

    /** Whom a name begins. */
    static UUID begun(Named name) {
        return Partitions.customer(name.kind(), name.value());
    }

    /** Ann is erased at once, ahead of whatever is on its way. */
    void eraseAnnNow(UUID erasure) {
        partitions.tell(ANN, new OfErasure.ErasureAsked("w", ANN, erasure, null, now()));
    }

    void lift(UUID erasure, UUID customer) {
        liftSoon(erasure, customer);
        arrive();
    }

    /** The same, which need not have arrived. */
    void liftSoon(UUID erasure, UUID customer) {
        partitions.lift(erasure, customer, now());
    }

    /** How many of a kind a receipt says went. */
    static long removed(ErasureReceipt receipt, String store) {
        return receipt.removed().stream()
                .filter(it -> it.store().equals(store))
                .mapToLong(Removed::count)
                .sum();
    }

    /** How much Ann did. */
    long annsEvents() {
        return annsPart().size();
    }

    /** The hashes of all names in what Ann did. */
    Set<String> annsNames() {
        return Household.hashes(annsPart());
    }

    /** Of these those that nobody else said, and none of the kiosk, which may be theirs by now. */
    Set<String> annsOwnNames() {
        List<Event> shared = new ArrayList<>(household.others(told));
        told.stream().filter(it -> Household.KIOSK.equals(it.anonymousId())).forEach(shared::add);
        Set<String> own = new TreeSet<>(annsNames());
        own.removeAll(Household.hashes(shared));
        Set<String> users = Set.of(Household.ANN, Household.ANN_TOO);
        told.stream()
                .map(Event::userId)
                .filter(it -> it != null && users.contains(it))
                .forEach(it -> own.add(Household.hash("user", it)));
        return own;
    }

    private List<Event> annsPart() {
        List<Event> theirs = new ArrayList<>(told);
        theirs.removeAll(household.others(told));
        return theirs;
    }
}
