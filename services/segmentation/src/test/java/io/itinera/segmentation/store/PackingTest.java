package io.itinera.segmentation.store;

import static io.itinera.segmentation.store.Examples.AT;
import static io.itinera.segmentation.store.Examples.ONE;
import static io.itinera.segmentation.store.Examples.TRAITS;
import static io.itinera.segmentation.store.Examples.TWO;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.segmentation.domain.accounts.Account;
import io.itinera.segmentation.domain.accounts.AccountChange;
import io.itinera.segmentation.domain.accounts.AccountCopy;
import io.itinera.segmentation.domain.accounts.Telling;
import io.itinera.segmentation.domain.customer.ChangedTraits;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.identity.Claim;
import io.itinera.segmentation.domain.identity.Device;
import io.itinera.segmentation.domain.identity.LedgerEntry;
import io.itinera.segmentation.domain.lag.Histogram;
import io.itinera.segmentation.domain.lag.Pace;
import io.itinera.segmentation.domain.lag.SourceClock;
import io.itinera.segmentation.domain.lag.SourceKey;
import io.itinera.segmentation.domain.lag.Week;
import io.itinera.segmentation.domain.rules.Computation;
import io.itinera.segmentation.domain.rules.SegmentKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class PackingTest {
    @Test
    void accountsAndWhatIsToldOfThemComeBackWhole() {
        Account account =
                new Account("w", "acme", TRAITS, 3, new TreeMap<>(Map.of(0, 2L, 7, 1L)), null);
        Account unused = new Account("w", "acme", TRAITS, 3, new TreeMap<>(), AT);
        AccountCopy copy = new AccountCopy("w", "acme", TRAITS, 3, 2);
        AccountChange any = new AccountChange(new ChangedTraits.All(), false);
        Telling begun = Telling.of("w", "acme", any, AT, null);
        Telling underway =
                new Telling(
                        "w",
                        "acme",
                        ONE,
                        new AccountChange(new ChangedTraits.These(Set.of("plan", "seats")), false),
                        new AccountChange(new ChangedTraits.These(Set.of("plan")), true),
                        AT,
                        "trace");
        assertEquals(
                List.of(account, unused, copy, begun, underway),
                List.of(
                        AccountPacking.account(AccountPacking.pack(account)),
                        AccountPacking.account(AccountPacking.pack(unused)),
                        AccountPacking.copy(AccountPacking.pack(copy)),
                        AccountPacking.telling(AccountPacking.pack(begun)),
                        AccountPacking.telling(AccountPacking.pack(underway))));
    }

    /** As the releases stored them, with what each of them added. */
    @Test
    void accountsAndWhatIsToldOfThemIsStillRead() {
        HexFormat hex = HexFormat.of();
        AccountChange any = new AccountChange(new ChangedTraits.All(), false);
        AccountChange none = new AccountChange(ChangedTraits.none(), false);
        AccountChange imported = new AccountChange(new ChangedTraits.All(), true);
        SortedMap<Integer, Long> members = new TreeMap<>(Map.of(7, 2L));
        assertEquals(
                List.of(
                        new Account("w", "a", new TreeMap<>(), 3, members, null),
                        new Account("w", "a", new TreeMap<>(), 3, new TreeMap<>(), AT),
                        new Telling("w", "a", null, any, none, AT, null),
                        new Telling("w", "a", null, imported, AccountChange.NONE, AT, null)),
                List.of(
                        AccountPacking.account(hex.parseHex("010a017712016120062a04080e1004")),
                        AccountPacking.account(hex.parseHex("010a0177120161200658f6fb818a9567")),
                        AccountPacking.telling(
                                hex.parseHex("010a0177120161220208022a0030f6fb818a9567")),
                        AccountPacking.telling(
                                hex.parseHex("010a01771201612204400208022a02400230f6fb818a9567"))));
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
}
