package io.itinera.journeys.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.activity.Consent;
import io.itinera.contracts.activity.Profile;
import io.itinera.contracts.messages.Trigger;
import io.itinera.journeys.domain.Asked;
import io.itinera.journeys.domain.Enrollment;
import io.itinera.journeys.domain.Item;
import io.itinera.journeys.domain.Memory;
import io.itinera.journeys.domain.Moved;
import io.itinera.journeys.domain.PastRun;
import io.itinera.journeys.domain.Place;
import io.itinera.journeys.domain.Start;
import io.itinera.kit.codec.Packer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

/** What was stored once is read forever. */
final class CodecTest {
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00.123Z");
    private static final Enrollment RUN =
            new Enrollment(
                    new Start(
                            new UUID(1, 2),
                            new UUID(3, 4),
                            5,
                            new UUID(6, 7),
                            "c1",
                            new Trigger("e1", "Product Added", Map.of("cart_id", "c1"), AT),
                            AT.plusMillis(1),
                            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                            0),
                    new Place("wait", 2, AT, AT.plusSeconds(30), AT.plusSeconds(3)),
                    new Memory(
                            AT,
                            Map.of("wait", 2),
                            Map.of("cart", List.of(new Item("p1", Map.of("price", 12)))),
                            Map.of("hash", List.of(AT.plusSeconds(2), AT))),
                    List.of(
                            new Asked(
                                    new UUID(8, 9),
                                    "remind",
                                    1,
                                    AT,
                                    Asked.Standing.SENT,
                                    "excluded:ordered")),
                    7);

    /** Version 1 as it was first stored. */
    private static final String STORED =
            "010aaa010a1000000000000000010000000000000002121000000000000000030000000000000004"
                    + "180a2210000000000000000600000000000000072a0405026331322a0a026531120d50726f647563"
                    + "742041646465641a0e070107636172745f69640502633120f6a1d5edee6638f8a1d5edee66423730"
                    + "302d30616637363531393136636434336464383434386562323131633830333139632d6237616436"
                    + "62373136393230333333312d3031121d0a0477616974100418f6a1d5edee6620d6f6d8edee6628e6"
                    + "d0d5edee661a4308f6a1d5edee6612080a047761697410041a1a0a046361727412120a0405027031"
                    + "120a0701057072696365031822140a04686173681096c1d5edee6610f6a1d5edee6622370a100000"
                    + "0000000000080000000000000009120672656d696e64180220f6a1d5edee66280232106578636c75"
                    + "6465643a6f726465726564280e";

    @Test
    void storedEnrollmentIsReadAsItWas() {
        byte[] stored = HexFormat.of().parseHex(STORED);
        assertEquals(RUN, EnrollmentCodec.read(stored).enrollment());
    }

    @Test
    void enrollmentIsWrittenAsItIsStored() {
        assertEquals(
                STORED,
                HexFormat.of().formatHex(EnrollmentCodec.write(RUN, EnrollmentCodec.NOTHING)));
    }

    @Test
    void fieldOfALaterReleaseGoesBackAsItCame() {
        byte[] later = EnrollmentCodec.write(RUN, Bytes.wrap(unknownField()));
        EnrollmentCodec.Read read = EnrollmentCodec.read(later);
        assertEquals(
                Bytes.wrap(later),
                Bytes.wrap(EnrollmentCodec.write(read.enrollment(), read.unknown())));
    }

    @Test
    void runThatHasEndedIsReadWithoutAPlace() {
        Enrollment ended = new Enrollment(RUN.start(), null, RUN.memory(), RUN.sends(), 8);
        byte[] packed = EnrollmentCodec.write(ended, EnrollmentCodec.NOTHING);
        assertEquals(ended, EnrollmentCodec.read(packed).enrollment());
    }

    @Test
    void indexIsReadAsItWasWritten() {
        PolicyCodec.Index index =
                new PolicyCodec.Index(
                        List.of(new UUID(1, 2), new UUID(3, 4)),
                        List.of(
                                new PastRun(new UUID(5, 6), "", AT),
                                new PastRun(new UUID(5, 6), null, null)),
                        AT,
                        EnrollmentCodec.NOTHING);
        assertEquals(index, PolicyCodec.read(PolicyCodec.write(index)));
    }

    @Test
    void profileIsReadAsItWasWritten() {
        Profile profile =
                new Profile(
                        Map.of("email", "a@shop.example"),
                        Map.of("vip", true, "points", 12.5),
                        List.of("s1", "s2"),
                        Map.of("email", new Consent(true, AT)));
        assertEquals(profile, ProfileCodec.read(ProfileCodec.write(profile)));
    }

    @Test
    void runsThatMoveAreReadAsTheyWereWritten() {
        Moved moved =
                new Moved(
                        "w",
                        new UUID(1, 1),
                        new UUID(1, 2),
                        List.of(RUN),
                        List.of(new PastRun(new UUID(5, 6), "c1", AT)));
        assertEquals(moved, MovedCodec.read(MovedCodec.write(moved)));
    }

    /** Without the version byte, which stands only once. */
    private static byte[] unknownField() {
        byte[] packed = new Packer(1).text(99, "from a later release").toBytes();
        return Arrays.copyOfRange(packed, 1, packed.length);
    }
}
