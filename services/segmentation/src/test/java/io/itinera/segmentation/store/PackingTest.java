package io.itinera.segmentation.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.Cause;
import io.itinera.contracts.activity.ActivityCause;
import io.itinera.contracts.activity.Consent;
import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.outcomes.OutcomeName;
import io.itinera.contracts.outcomes.WayOut;
import io.itinera.segmentation.domain.accounts.Account;
import io.itinera.segmentation.domain.accounts.AccountCopy;
import io.itinera.segmentation.domain.accounts.Telling;
import io.itinera.segmentation.domain.attributes.Attained;
import io.itinera.segmentation.domain.attributes.Memory;
import io.itinera.segmentation.domain.customer.Belonging;
import io.itinera.segmentation.domain.customer.ChangedTraits;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Entry;
import io.itinera.segmentation.domain.customer.Happening;
import io.itinera.segmentation.domain.customer.Progress;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.customer.Run;
import io.itinera.segmentation.domain.customer.Stamped;
import io.itinera.segmentation.domain.customer.Standing;
import io.itinera.segmentation.domain.customer.Tag;
import io.itinera.segmentation.domain.identity.Claim;
import io.itinera.segmentation.domain.identity.Device;
import io.itinera.segmentation.domain.identity.Grounds;
import io.itinera.segmentation.domain.identity.Identity;
import io.itinera.segmentation.domain.identity.KnownIdentities;
import io.itinera.segmentation.domain.identity.LedgerEntry;
import io.itinera.segmentation.domain.identity.LedgerLine;
import io.itinera.segmentation.domain.identity.Named;
import io.itinera.segmentation.domain.identity.Release;
import io.itinera.segmentation.domain.lag.Histogram;
import io.itinera.segmentation.domain.lag.Pace;
import io.itinera.segmentation.domain.lag.SourceClock;
import io.itinera.segmentation.domain.lag.SourceKey;
import io.itinera.segmentation.domain.lag.Week;
import io.itinera.segmentation.domain.people.Hold;
import io.itinera.segmentation.domain.people.Move;
import io.itinera.segmentation.domain.people.Parting;
import io.itinera.segmentation.domain.people.PeopleRecord;
import io.itinera.segmentation.domain.people.Side;
import io.itinera.segmentation.domain.people.Union;
import io.itinera.segmentation.domain.people.Waiting;
import io.itinera.segmentation.domain.rules.Computation;
import io.itinera.segmentation.domain.rules.SegmentKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

final class PackingTest {
    private static final Instant AT = Instant.parse("2026-03-01T09:00:00.123Z");
    private static final UUID ONE = new UUID(1, 2);
    private static final UUID TWO = new UUID(3, 4);

    /** Three standings, on the agenda a second earlier than anything changes. */
    private static final String PUT_OFF =
            "011201771a10000000000000000100000000000000023a223a10000000000000000300000000000000"
                    + "04100220f6fb818a956730b6a5898a95673a1f42100000000000000003000000000000"
                    + "00041002180220f6fb818a956748063a180a0273311004180220f6fb818a956730f6fb"
                    + "818a9567480458f6fb818a9567c002a6ec818a9567";

    private static final Entry DID =
            new Entry(
                    ONE,
                    new Happening.Did(
                            new Event(
                                    "e1",
                                    "w",
                                    EventType.track,
                                    "Viewed",
                                    "a",
                                    "u",
                                    "p",
                                    "g",
                                    Map.of("email", "a@b.example"),
                                    Map.of("price", 2.5),
                                    Map.of("t", true),
                                    Map.of("locale", "ja"),
                                    AT,
                                    AT,
                                    "s",
                                    true,
                                    Map.of("later", 1))));
    private static final Entry UNDERWENT =
            new Entry(
                    TWO,
                    new Happening.Underwent(
                            new Outcome(
                                    "o1",
                                    "w",
                                    ONE,
                                    OutcomeName.MESSAGE_CLICKED,
                                    Map.of("url", "https://shop.example"),
                                    AT,
                                    new Cause(ONE, 3, TWO, "mail", 2, ONE),
                                    2,
                                    Map.of())));

    private static final Grounds GROUNDS =
            new Grounds("e1", "s", "ann@shop.example", new Named("anonymous", "d"));
    private static final Side SIDE =
            new Side(
                    new Merge(ONE, TWO),
                    Set.of(ONE),
                    new Named("anonymous", "d"),
                    AT,
                    AT.plusSeconds(1));
    private static final KnownIdentities NAMES =
            new KnownIdentities(
                    new TreeMap<>(
                            Map.of(
                                    "user",
                                    new TreeMap<>(
                                            Map.of(
                                                    "u",
                                                    new Identity(AT, AT.plusMillis(5), "e1", "s"),
                                                    "v",
                                                    Identity.said(AT, "e2", "s"))))),
                    7);

    private static final String FOLLOWED_BYTES =
            "010a1000000000000000010000000000000002723b0a0874696d652f312f301201771a0d7374"
                    + "6167652e6368616e676564220e070102746f0507726567756c617228f6fb818a956732067469"
                    + "6d652f31";
    private static final String TOLD_BYTES =
            "011201771a100000000000000001000000000000000258f6fb818a95676a270a02613110021a"
                    + "02070020f6fb818a956728f6fb818a956792010c080e088080808080808080086a190a026132"
                    + "10021a02070020f6fb818a95679801f6fb818a9567";
    private static final Entry FOLLOWED =
            new Entry(
                    ONE,
                    new Happening.Followed(
                            "time/1/0",
                            "w",
                            "stage.changed",
                            Map.of("to", "regular"),
                            AT,
                            "time/1"));

    private static SortedMap<UUID, Progress> journeys() {
        Run over = new Run(2, AT, AT.plusSeconds(5), WayOut.exited, "exit:ordered");
        Run live = new Run(3, AT, null, null, null);
        SortedMap<UUID, Run> runs = new TreeMap<>(Map.of(ONE, over, TWO, live));
        return new TreeMap<>(Map.of(TWO, new Progress(runs, 4, AT)));
    }

    private static final SortedMap<String, Stamped<Object>> TRAITS =
            new TreeMap<>(
                    Map.of(
                            "plan", new Stamped<Object>("pro", AT, "crm"),
                            "gone", new Stamped<Object>(null, AT)));

    private static Customer customer() {
        return new Customer(
                "w",
                ONE,
                NAMES,
                new TreeMap<>(
                        Map.of(
                                "plan", new Stamped<Object>("gold", AT, "crm"),
                                "gone", new Stamped<Object>(null, AT))),
                new TreeMap<>(Map.of("email", new Consent(true, AT))),
                new TreeMap<>(
                        Map.of(
                                "vip", new Tag(true, AT, "aiko", AT),
                                "lost", new Tag(false, AT, "journey/1", null))),
                new TreeMap<>(
                        Map.of(
                                "a1",
                                new Attained(
                                        3,
                                        Map.of("orders", 2, "share", 0.5),
                                        AT,
                                        AT,
                                        new Memory.Nothing()),
                                "a2",
                                new Attained(
                                        1,
                                        Map.of("stage", "customer"),
                                        AT,
                                        null,
                                        new Memory.Stage("customer", AT)),
                                "a3",
                                new Attained(
                                        1,
                                        Map.of("health", 70),
                                        AT,
                                        null,
                                        new Memory.Score(65, "low", Map.of("usage", 70.5))))),
                journeys(),
                new TreeMap<>(
                        Map.of(
                                "acme", new Belonging(AT, AT.plusMillis(5), "crm"),
                                "blue", new Belonging(AT, AT, null))),
                new TreeMap<>(Map.of("s1", new Standing(2, true, AT, ActivityCause.time, AT))),
                AT,
                null,
                7,
                AT);
    }

    @Test
    void entriesComeBackWhole() {
        assertEquals(
                List.of(DID, UNDERWENT, FOLLOWED),
                List.of(
                        EntryPacking.entry(EntryPacking.pack(DID)),
                        EntryPacking.entry(EntryPacking.pack(UNDERWENT)),
                        EntryPacking.entry(EntryPacking.pack(FOLLOWED))));
    }

    /** As the release stored them that first kept what follows, and what was told of dates. */
    @Test
    void whatFollowedAndWhatWasToldIsStillRead() {
        HexFormat hex = HexFormat.of();
        SortedMap<String, Attained> attained =
                new TreeMap<>(
                        Map.of(
                                "a1",
                                new Attained(
                                        1,
                                        Map.of(),
                                        AT,
                                        AT,
                                        new Memory.Dates(new TreeSet<>(Set.of(7L, 1L << 58)))),
                                "a2",
                                new Attained(1, Map.of(), AT, null, new Memory.Round(AT))));
        assertEquals(
                List.of(FOLLOWED, attained),
                List.of(
                        EntryPacking.entry(hex.parseHex(FOLLOWED_BYTES)),
                        ((Customer) CustomerPacking.resident(hex.parseHex(TOLD_BYTES)))
                                .attained()));
    }

    @Test
    void customersAndTheNotesTheyLeaveComeBackWhole() {
        Resident moved = new Resident.Moved(TWO);
        assertEquals(
                List.of(customer(), moved),
                List.of(
                        CustomerPacking.resident(CustomerPacking.pack(customer())),
                        CustomerPacking.resident(CustomerPacking.pack(moved))));
    }

    @Test
    void recordsBetweenTheStepsComeBackWhole() {
        Merge merge = new Merge(ONE, TWO);
        List<PeopleRecord> records =
                List.of(
                        new PeopleRecord.Happened(ONE, DID),
                        new PeopleRecord.TimeReached(7, AT),
                        new PeopleRecord.Paced(
                                7, ONE, new Pace.Following(AT, Duration.ofMinutes(2)), AT),
                        new PeopleRecord.Paced(
                                7, ONE, new Pace.Declared(AT, AT.plusMillis(1), AT), AT),
                        new PeopleRecord.Paced(7, ONE, new Pace.Silent(Instant.EPOCH), AT),
                        new PeopleRecord.Announced("w", merge, AT),
                        new PeopleRecord.Found("w", merge, AT, GROUNDS),
                        new PeopleRecord.Unfounded("w", merge, AT),
                        new PeopleRecord.Settled("w", merge, AT),
                        new PeopleRecord.Past("w", merge, List.of(DID, UNDERWENT), AT),
                        new PeopleRecord.Arrived(merge, customer(), AT, GROUNDS, Set.of(ONE, TWO)),
                        new PeopleRecord.PartingAsked("w", ONE, AT, GROUNDS),
                        new PeopleRecord.Parted("w", SIDE, 3, AT, GROUNDS),
                        new PeopleRecord.Returned("w", merge, List.of(DID, UNDERWENT), AT),
                        new PeopleRecord.Restored("w", merge, 3, AT, GROUNDS),
                        new PeopleRecord.Stayed("w", merge, AT),
                        new PeopleRecord.Claimed("w", ONE, TWO, AT, GROUNDS),
                        new PeopleRecord.AccountSaid(
                                "w", "acme", Map.of("plan", "pro"), AT, "s", AT.plusMillis(1)),
                        new PeopleRecord.MembersCounted("w", "acme", 7, 9, AT),
                        new PeopleRecord.AccountKnown("w", "acme", TRAITS, 3, AT),
                        new PeopleRecord.Noted(
                                "w",
                                ONE,
                                new LedgerLine(LedgerLine.Kind.CLAIMED, AT, ONE, TWO, GROUNDS)));
        assertEquals(
                records,
                records.stream().map(PeoplePacking::pack).map(PeoplePacking::record).toList());
    }

    @Test
    void accountsAndWhatIsToldOfThemComeBackWhole() {
        Account account = new Account("w", "acme", TRAITS, 3, new TreeMap<>(Map.of(0, 2L, 7, 1L)));
        AccountCopy copy = new AccountCopy("w", "acme", TRAITS, 3, 2);
        Telling begun = Telling.of("w", "acme", new ChangedTraits.All(), AT, null);
        Telling underway =
                new Telling(
                        "w",
                        "acme",
                        ONE,
                        new ChangedTraits.These(Set.of("plan", "seats")),
                        new ChangedTraits.These(Set.of("plan")),
                        AT,
                        "trace");
        assertEquals(
                List.of(account, copy, begun, underway),
                List.of(
                        AccountPacking.account(AccountPacking.pack(account)),
                        AccountPacking.copy(AccountPacking.pack(copy)),
                        AccountPacking.telling(AccountPacking.pack(begun)),
                        AccountPacking.telling(AccountPacking.pack(underway))));
    }

    @Test
    void holdsAndWhatWaitsBehindThemComeBackWhole() {
        Hold hold = new Hold(Set.of(ONE, TWO), 7, AT);
        Waiting waiting = new Waiting(new PeopleRecord.Happened(ONE, UNDERWENT), "trace");
        assertEquals(
                List.of(hold, waiting),
                List.of(
                        HoldPacking.hold(HoldPacking.pack(hold)),
                        HoldPacking.waiting(HoldPacking.pack(waiting))));
    }

    @Test
    void movesComeBackWhole() {
        Move move = new Move(new Merge(ONE, TWO), customer(), AT, GROUNDS, Set.of(ONE, TWO), null);
        MoveStore.Underway underway = new MoveStore.Underway(move, Bytes.wrap(new byte[] {7}));
        assertEquals(underway, MovePacking.underway(MovePacking.pack(underway)));
    }

    @Test
    void mergesThatCanBeUndoneAndThoseThatAreBeingUndoneComeBackWhole() {
        Union union = new Union(new Merge(ONE, TWO), AT, GROUNDS, customer());
        Side open = new Side(new Merge(ONE, TWO), Set.of(ONE), null, AT, Instant.MAX);
        List<PartingStore.Underway> underway =
                List.of(
                        new PartingStore.Underway(
                                new Parting(SIDE, customer(), 3, 4, AT, GROUNDS, "trace"),
                                Bytes.wrap(new byte[] {7})),
                        PartingStore.Underway.of(
                                new Parting(open, customer(), 0, 0, AT, GROUNDS, null)));
        assertEquals(
                List.of(union, underway),
                List.of(
                        UnionPacking.union(UnionPacking.pack(union)),
                        underway.stream()
                                .map(UnionPacking::pack)
                                .map(UnionPacking::underway)
                                .toList()));
    }

    @Test
    void releaseIsToldFromAClaim() {
        Release release = new Release("w", "d", ONE, AT, "r1");
        Claim claim = new Claim("w", "d", "ann", AT, "e1", "s");
        assertEquals(
                List.of(Optional.of(release), Optional.empty()),
                List.of(
                        IdentityPacking.release(IdentityPacking.pack(release)),
                        IdentityPacking.release(IdentityPacking.pack(claim))));
    }

    @Test
    void devicesComeBackWhole() {
        List<Device> devices =
                List.of(
                        Device.NAMELESS,
                        new Device("ann", true, false),
                        new Device("ann", false, false),
                        new Device(null, true, true));
        assertEquals(
                devices,
                devices.stream().map(IdentityPacking::pack).map(IdentityPacking::device).toList());
    }

    @Test
    void computationsComeBackWhole() {
        Computation computation = new Computation(new SegmentKey("w", "s"), 3, ONE, false);
        assertEquals(
                computation, ComputationPacking.computation(ComputationPacking.pack(computation)));
    }

    @Test
    void evidenceComesBackWhole() {
        LedgerEntry entry =
                new LedgerEntry(LedgerEntry.Kind.SWITCHED, "w", "d", "bob", "ann", AT, "e1", "s");
        Claim claim = new Claim("w", "d", "ann", AT, "e1", "s");
        assertEquals(
                List.of(entry, claim),
                List.of(
                        IdentityPacking.ledgerEntry(IdentityPacking.pack(entry)),
                        IdentityPacking.claim(IdentityPacking.pack(claim))));
    }

    @Test
    void howLateASourceIsComesBackWhole() {
        Week week =
                new Week(
                        new TreeMap<>(
                                Map.of(
                                        20_500L, Histogram.of(Map.of(0, 7L, 1023, 1L)),
                                        20_501L, Histogram.of(Map.of(37, 1L << 40)))));
        SourceKey key = new SourceKey("w", ONE);
        List<SourceClock> clocks =
                List.of(
                        SourceClock.unheard(key).judged(week, AT),
                        SourceClock.unheard(key).declared(AT, AT, AT));
        assertEquals(
                List.of(week, clocks),
                List.of(
                        LagPacking.week(LagPacking.pack(week)),
                        clocks.stream()
                                .map(it -> LagPacking.clock(key, LagPacking.pack(it)))
                                .toList()));
    }

    @Test
    void howLateASourceWasInTheFirstVersionIsStillRead() {
        HexFormat hex = HexFormat.of();
        SourceKey key = new SourceKey("w", ONE);
        assertEquals(
                List.of(
                        new Pace.Declared(Instant.EPOCH, AT, AT),
                        new Week(new TreeMap<>(Map.of(3L, Histogram.of(Map.of(0, 2L, 5, 1L))))),
                        new SourceClock(
                                key,
                                new Pace.Following(Instant.EPOCH, Duration.ofMinutes(1)),
                                Instant.EPOCH,
                                3,
                                Duration.ZERO,
                                Duration.ofMillis(5))),
                List.of(
                        PacePacking.pace(hex.parseHex("010804100020f6fb818a956728f6fb818a9567")),
                        LagPacking.week(hex.parseHex("010a0c0806120210041204080a1002")),
                        LagPacking.clock(key, hex.parseHex("010a080802100018c0a90710001806280a"))));
    }

    /** Of each kind only the newest name was kept, and when it was said. */
    @Test
    void customersOfTheFirstVersionHaveTheNamesTheyHad() {
        Customer known =
                (Customer)
                        CustomerPacking.resident(
                                HexFormat.of()
                                        .parseHex(
                                                "011201771a1000000000000000010000000000000002"
                                                        + "22100a047573657212017518f6fb818a9567"
                                                        + "58f6fb818a9567"));
        assertEquals(
                new KnownIdentities(
                        new TreeMap<>(
                                Map.of(
                                        "user",
                                        new TreeMap<>(
                                                Map.of("u", new Identity(AT, AT, null, null))))),
                        0),
                known.identities());
    }

    /** Bytes as version 1 stored them: they are read forever. */
    @Test
    void bytesOfTheFirstVersionAreStillRead() {
        HexFormat hex = HexFormat.of();
        assertEquals(
                List.of(
                        new Device("ann", false, false),
                        new Resident.Moved(TWO),
                        new Computation(new SegmentKey("w", "s"), 3, null, true)),
                List.of(
                        IdentityPacking.device(hex.parseHex("010a03616e6e")),
                        CustomerPacking.resident(
                                hex.parseHex("010a1000000000000000030000000000000004")),
                        ComputationPacking.computation(hex.parseHex("010a017712017318062802"))));
    }

    /** As texts at first, then in a few bytes; a name of neither form is a text still. */
    @Test
    void standingsOfEveryVersionAreStillRead() {
        Map<String, Standing> standings =
                Map.of(
                        "s1",
                        new Standing(2, true, AT, ActivityCause.time, AT),
                        TWO.toString(),
                        new Standing(1, false, AT, ActivityCause.event, AT.plusSeconds(60)),
                        "00000000000000030000000000000004",
                        new Standing(1, true, AT, ActivityCause.backfill, null));
        String texts =
                "011201771a10000000000000000100000000000000023a3d0a2430303030303030302d30303030"
                        + "2d303030332d303030302d303030303030303030303034100220f6fb818a95672a05"
                        + "6576656e7430b6a5898a95673a370a2030303030303030303030303030303033303030"
                        + "303030303030303030303030341002180220f6fb818a95672a086261636b66696c6c3a"
                        + "1c0a0273311004180220f6fb818a95672a0474696d6530f6fb818a956758f6fb818a95"
                        + "67";
        assertEquals(List.of(standings, standings), List.of(standings(texts), standings(PUT_OFF)));
    }

    @Test
    void standingsOfEveryCauseComeBack() {
        TreeMap<String, Standing> standings = new TreeMap<>();
        for (ActivityCause cause : ActivityCause.values()) {
            standings.put(cause.name(), new Standing(1, true, AT, cause, null));
        }
        Customer known = Customer.unknown("w", ONE).goingOn(standings, 1, AT);
        assertEquals(known, CustomerPacking.resident(CustomerPacking.pack(known)));
    }

    private static Map<String, Standing> standings(String hex) {
        return ((Customer) CustomerPacking.resident(HexFormat.of().parseHex(hex))).standings();
    }

    @Test
    void whatThePlanIsStandsWhereItIsNotWhatTheCustomerSays() {
        Residents.Stored putOff = new Residents.Stored(customer(), AT.minusSeconds(1));
        Residents.Stored planned = Residents.Stored.planned(customer());
        assertEquals(
                List.of(putOff, planned, AT.minusSeconds(1)),
                List.of(
                        CustomerPacking.stored(CustomerPacking.pack(putOff)),
                        CustomerPacking.stored(CustomerPacking.pack(planned)),
                        CustomerPacking.stored(HexFormat.of().parseHex(PUT_OFF)).planned()));
    }

    /** As the release stored them that first knew tags and attributes. */
    @Test
    void tagsAndAttributesAreStillRead() {
        Customer nobody = Customer.unknown("w", ONE);
        Customer stored =
                new Customer(
                        "w",
                        ONE,
                        nobody.identities(),
                        new TreeMap<>(Map.of("plan", new Stamped<Object>("gold", AT, "crm"))),
                        nobody.consents(),
                        new TreeMap<>(Map.of("vip", new Tag(true, AT, "aiko", AT))),
                        new TreeMap<>(
                                Map.of(
                                        "a1",
                                        new Attained(
                                                3,
                                                Map.of("orders", 2),
                                                AT,
                                                AT,
                                                new Memory.Nothing()),
                                        "a2",
                                        new Attained(
                                                1,
                                                Map.of("stage", "buyer"),
                                                AT,
                                                null,
                                                new Memory.Stage("buyer", AT)),
                                        "a3",
                                        new Attained(
                                                1,
                                                Map.of("health", 70),
                                                AT,
                                                null,
                                                new Memory.Score(
                                                        65, "low", Map.of("usage", 70.5))))),
                        nobody.journeys(),
                        nobody.accounts(),
                        nobody.standings(),
                        null,
                        null,
                        0,
                        AT);
        String bytes =
                "011201771a10000000000000000100000000000000022a1a0a04706c616e12060504676f6c6418f6"
                        + "fb818a9567220363726d58f6fb818a9567621b0a03766970100218f6fb818a95672204"
                        + "61696b6f28f6fb818a95676a210a02613110061a0b0701066f7264657273030420f6fb"
                        + "818a956728f6fb818a95676a2e0a02613210021a0f0701057374616765050562757965"
                        + "7220f6fb818a9567320e0a05627579657210f6fb818a95676a380a02613310021a0c07"
                        + "01066865616c7468038c0120f6fb818a95673a1b08820112036c6f771a110701057573"
                        + "616765044051a00000000000";
        assertEquals(stored, CustomerPacking.resident(HexFormat.of().parseHex(bytes)));
    }

    /** As the release stored them that first knew accounts. */
    @Test
    void accountsOfCustomersAreStillRead() {
        String bytes =
                "011201771a100000000000000001000000000000000258f6fb818a95679a"
                        + "01190a0461636d6510f6fb818a95671880fc818a9567220363726d";
        Customer stored = (Customer) CustomerPacking.resident(HexFormat.of().parseHex(bytes));
        assertEquals(Map.of("acme", new Belonging(AT, AT.plusMillis(5), "crm")), stored.accounts());
    }

    /** As the release stored them that first knew how customers stand with journeys. */
    @Test
    void progressInJourneysIsStillRead() {
        Customer nobody = Customer.unknown("w", ONE);
        Customer stored =
                new Customer(
                        "w",
                        ONE,
                        nobody.identities(),
                        nobody.traits(),
                        nobody.consents(),
                        nobody.tags(),
                        nobody.attained(),
                        journeys(),
                        nobody.accounts(),
                        nobody.standings(),
                        null,
                        null,
                        0,
                        AT);
        String bytes =
                "011201771a100000000000000001000000000000000258f6fb818a9567c201720a1000"
                        + "00000000000003000000000000000412380a1000000000000000010000000000000002"
                        + "100418f6fb818a95672086ca828a95672a06657869746564320c657869743a6f726465"
                        + "726564121b0a1000000000000000030000000000000004100618f6fb818a9567180820"
                        + "f6fb818a9567";
        assertEquals(stored, CustomerPacking.resident(HexFormat.of().parseHex(bytes)));
    }
}
