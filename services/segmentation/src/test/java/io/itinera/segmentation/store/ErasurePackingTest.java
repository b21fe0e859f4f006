package io.itinera.segmentation.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.identity.Named;
import io.itinera.segmentation.domain.identity.Oblivion;
import io.itinera.segmentation.domain.people.Erasing;
import io.itinera.segmentation.domain.people.Erasure;
import io.itinera.segmentation.domain.people.Leads;
import io.itinera.segmentation.domain.people.OfErasure;
import io.itinera.segmentation.domain.people.PeopleRecord;
import io.itinera.segmentation.domain.people.Removals;
import io.itinera.segmentation.domain.people.Tie;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

/** Erasures as bytes, and the bytes of each version. */
final class ErasurePackingTest {
    private static final Instant AT = Instant.parse("2026-03-01T09:00:00.123Z");
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);
    private static final Erasure ERASURE =
            new Erasure("w", ONE, TWO, Set.of(TWO), AT, Erasure.Answer.AWAITED);
    private static final Removals REMOVED = Removals.NONE.and("timeline", 3);
    private static final Resident NOTE = new Resident.Erased(ONE, TWO);
    private static final List<PeopleRecord> RECORDS =
            List.of(
                    new OfErasure.ErasureAsked("w", TWO, ONE, "ab", AT),
                    new OfErasure.Erase(ERASURE, TWO, Tie.MERGED, "ab", REMOVED),
                    new OfErasure.Forgotten(ERASURE, TWO, null, REMOVED, Leads.NONE),
                    new OfErasure.Lifted("w", TWO, ONE, AT));
    private static final Oblivion OBLIVION =
            new Oblivion(ERASURE, "d", new Oblivion.Place(AT, "e1"), 7);
    private static final ErasingStore.Underway UNDERWAY =
            new ErasingStore.Underway(
                    new Erasing(ERASURE, Set.of(TWO), REMOVED, 5, Set.of(ONE), Set.of()),
                    Bytes.wrap(new byte[] {7}),
                    AT,
                    AT);

    private static final Leads LEADS =
            new Leads(Set.of(new Named("line", "U1")), Set.of(ONE), true);
    private static final List<PeopleRecord> LATER_RECORDS =
            List.of(
                    new OfErasure.ErasureAsked("w", TWO, ONE, "ab", ONE, AT),
                    new OfErasure.Forgotten(ERASURE.returned(AT), TWO, "ab", REMOVED, LEADS),
                    new OfErasure.Lifted("w", TWO, ONE, ONE, "ab", AT),
                    new OfErasure.WentAround(ERASURE));
    private static final ErasingStore.Underway MERGING =
            new ErasingStore.Underway(
                    new Erasing(ERASURE, Set.of(TWO), REMOVED, 5, Set.of(), Set.of(ONE)),
                    null,
                    null,
                    null);

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    @Test
    void whatTheFirstVersionWroteIsStillRead() {
        assertEquals(
                NOTE,
                CustomerPacking.resident(
                        bytes(
                                "01aa011000000000000000000000000000000001b2011000000000000000000000000000000002")));
        assertEquals(
                RECORDS,
                List.of(
                                "0108228a013408021201771a10000000000000000000000000000000022210000000000000000000"
                                        + "000000000000012a02616230f6fb818a9567",
                                "0108228a016e08041a10000000000000000000000000000000022a0261623a420a01771210000000"
                                        + "000000000000000000000000011a100000000000000000000000000000000228f6fb818a95673002"
                                        + "221000000000000000000000000000000002420e0a0c0a0874696d656c696e6510064802",
                                "0108228a016808061a10000000000000000000000000000000023a420a0177121000000000000000"
                                        + "0000000000000000011a100000000000000000000000000000000228f6fb818a9567300222100000"
                                        + "0000000000000000000000000002420e0a0c0a0874696d656c696e651006",
                                "0108228a013008081201771a10000000000000000000000000000000022210000000000000000000"
                                        + "0000000000000130f6fb818a9567")
                        .stream()
                        .map(it -> PeoplePacking.record(bytes(it)))
                        .toList());
        assertEquals(
                Optional.of(OBLIVION),
                IdentityPacking.oblivion(
                        bytes(
                                "0142540a420a01771210000000000000000000000000000000011a10000000000000000000000000"
                                        + "0000000228f6fb818a95673002221000000000000000000000000000000002120164200e1a026531"
                                        + "28f6fb818a9567")));
        assertEquals(
                UNDERWAY,
                ErasurePacking.underway(
                        bytes(
                                "010a420a01771210000000000000000000000000000000011a100000000000000000000000000000"
                                        + "000228f6fb818a956730022210000000000000000000000000000000021a0e0a0c0a0874696d656c"
                                        + "696e651006200a32010738f6fb818a956740f6fb818a956712100000000000000000000000000000"
                                        + "00022a1000000000000000000000000000000001")));
    }

    @Test
    void whatTheSecondVersionWroteIsStillRead() {
        assertEquals(
                LATER_RECORDS,
                List.of(
                                "0108228a014608021201771a10000000000000000000000000000000022210000000000000000000"
                                        + "000000000000012a02616230f6fb818a9567521000000000000000000000000000000001",
                                "0108228a018e0108061a10000000000000000000000000000000022a0261623a420a017712100000"
                                        + "00000000000000000000000000011a100000000000000000000000000000000228f6fb818a956738"
                                        + "02221000000000000000000000000000000002420e0a0c0a0874696d656c696e6510065a200a0a0a"
                                        + "046c696e65120255311802121000000000000000000000000000000001",
                                "0108228a014608081201771a10000000000000000000000000000000022210000000000000000000"
                                        + "000000000000012a02616230f6fb818a9567521000000000000000000000000000000001",
                                "0108228a0146080a3a420a01771210000000000000000000000000000000011a1000000000000000"
                                        + "00000000000000000228f6fb818a95673002221000000000000000000000000000000002")
                        .stream()
                        .map(it -> PeoplePacking.record(bytes(it)))
                        .toList());
        assertEquals(
                MERGING,
                ErasurePacking.underway(
                        bytes(
                                "010a420a01771210000000000000000000000000000000011a100000000000000000000000000000"
                                        + "000228f6fb818a956730022210000000000000000000000000000000021a0e0a0c0a0874696d656c"
                                        + "696e651006200a1210000000000000000000000000000000024a1000000000000000000000000000"
                                        + "000001")));
    }

    @Test
    void whatIsWrittenNowComesBackWhole() {
        assertEquals(NOTE, CustomerPacking.resident(CustomerPacking.pack(NOTE)));
        assertEquals(
                RECORDS,
                RECORDS.stream().map(PeoplePacking::pack).map(PeoplePacking::record).toList());
        assertEquals(
                Optional.of(OBLIVION), IdentityPacking.oblivion(IdentityPacking.pack(OBLIVION)));
        assertEquals(
                LATER_RECORDS,
                LATER_RECORDS.stream()
                        .map(PeoplePacking::pack)
                        .map(PeoplePacking::record)
                        .toList());
        assertEquals(UNDERWAY, ErasurePacking.underway(ErasurePacking.pack(UNDERWAY)));
        assertEquals(MERGING, ErasurePacking.underway(ErasurePacking.pack(MERGING)));
    }
}
