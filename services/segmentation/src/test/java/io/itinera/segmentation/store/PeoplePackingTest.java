package io.itinera.segmentation.store;

import static io.itinera.segmentation.store.Examples.AT;
import static io.itinera.segmentation.store.Examples.ONE;
import static io.itinera.segmentation.store.Examples.TRAITS;
import static io.itinera.segmentation.store.Examples.TWO;
import static io.itinera.segmentation.store.Examples.customer;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.Cause;
import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.outcomes.OutcomeName;
import io.itinera.segmentation.domain.attributes.Attained;
import io.itinera.segmentation.domain.attributes.Memory;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Entry;
import io.itinera.segmentation.domain.customer.Happening;
import io.itinera.segmentation.domain.customer.Stamped;
import io.itinera.segmentation.domain.identity.Claim;
import io.itinera.segmentation.domain.identity.Grounds;
import io.itinera.segmentation.domain.identity.LedgerLine;
import io.itinera.segmentation.domain.identity.Named;
import io.itinera.segmentation.domain.identity.Release;
import io.itinera.segmentation.domain.lag.Pace;
import io.itinera.segmentation.domain.people.AccountKnown;
import io.itinera.segmentation.domain.people.Hold;
import io.itinera.segmentation.domain.people.Move;
import io.itinera.segmentation.domain.people.OfAccount;
import io.itinera.segmentation.domain.people.Parting;
import io.itinera.segmentation.domain.people.PeopleRecord;
import io.itinera.segmentation.domain.people.Side;
import io.itinera.segmentation.domain.people.Union;
import io.itinera.segmentation.domain.people.Waiting;
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
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

final class PeoplePackingTest {
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
                        new PeopleRecord.Announced("w", merge, AT, false),
                        new PeopleRecord.Announced("w", merge, AT, true),
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
                        new OfAccount.AccountSaid(
                                "w",
                                "acme",
                                Map.of("plan", "pro"),
                                AT,
                                "s",
                                AT.plusMillis(1),
                                true),
                        new OfAccount.MembersCounted("w", "acme", 7, 9, AT, true),
                        new AccountKnown("w", "acme", TRAITS, 3, AT, true),
                        new PeopleRecord.Noted(
                                "w",
                                ONE,
                                new LedgerLine(LedgerLine.Kind.CLAIMED, AT, ONE, TWO, GROUNDS)));
        assertEquals(
                records,
                records.stream().map(PeoplePacking::pack).map(PeoplePacking::record).toList());
    }

    /** As the first release told it that knew accounts, and as it is told of an import since. */
    @Test
    void whatIsToldOfAccountsIsStillRead() {
        HexFormat hex = HexFormat.of();
        String said = "01082c320177b201016128f6fb818a9567ba01020700c001f6fb818a9567ca010173";
        String counted = "01082e320177b201016128f6fb818a9567200e7812";
        String known = "010830320177b201016128f6fb818a95677806";
        String historic = "800202";
        SortedMap<String, Stamped<Object>> none = new TreeMap<>();
        assertEquals(
                List.of(
                        new OfAccount.AccountSaid("w", "a", Map.of(), AT, "s", AT, false),
                        new OfAccount.MembersCounted("w", "a", 7, 9, AT, false),
                        new AccountKnown("w", "a", none, 3, AT, false),
                        new OfAccount.AccountSaid("w", "a", Map.of(), AT, "s", AT, true),
                        new OfAccount.MembersCounted("w", "a", 7, 9, AT, true),
                        new AccountKnown("w", "a", none, 3, AT, true)),
                Stream.of(
                                said,
                                counted,
                                known,
                                said + historic,
                                counted + historic,
                                known + historic)
                        .map(hex::parseHex)
                        .map(PeoplePacking::record)
                        .toList());
    }

    /** As it was told of any merge at first, and as it is told of one that a person asks for. */
    @Test
    void whatIsAnnouncedIsStillRead() {
        String announced =
                "01080c3201773a1000000000000000010000000000000002"
                        + "42100000000000000003000000000000000428f6fb818a9567";
        String asked = "900102";
        Merge merge = new Merge(ONE, TWO);
        assertEquals(
                List.of(
                        new PeopleRecord.Announced("w", merge, AT, false),
                        new PeopleRecord.Announced("w", merge, AT, true)),
                Stream.of(announced, announced + asked)
                        .map(HexFormat.of()::parseHex)
                        .map(PeoplePacking::record)
                        .toList());
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
}
