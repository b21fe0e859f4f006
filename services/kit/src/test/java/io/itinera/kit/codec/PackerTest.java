package io.itinera.kit.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.itinera.kit.records.Unreadable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PackerTest {
    /** What 0.1.0 stored for {@link #stored}; it is read forever and never written anew. */
    private static final String STORED_BY_0_1_0 =
            "01"
                    + "0802"
                    + "1005"
                    + "193ff8000000000000"
                    + "2206e88cb6e7a297"
                    + "2a03000fff"
                    + "3080c787d7bf68"
                    + "3a106f1c0f0c8f0e5b0a9c4e0d8f1b7a2e11"
                    + "420161"
                    + "420162"
                    + "4a020802"
                    + "522e0706"
                    + "046e756c6c00"
                    + "03796573020"
                    + "26e6f01"
                    + "03696e740354"
                    + "0372656c043fe0000000000000"
                    + "046c69737406010501"
                    + "78";

    @Test
    void storedBytesAreReadAsTheyWereMeant() {
        assertEquals(stored(), read(HexFormat.of().parseHex(STORED_BY_0_1_0)));
    }

    @Test
    void bytesAreStoredAsBefore() {
        assertEquals(STORED_BY_0_1_0, HexFormat.of().formatHex(write(stored())));
    }

    @Test
    void nothingIsOneByte() {
        assertArrayEquals(
                new byte[] {1},
                new Packer(1).bool(1, false).number(2, 0).text(3, "").uuid(4, null).toBytes());
    }

    @Test
    void unknownFieldsAreKept() {
        byte[] later =
                new Packer(1)
                        .number(1, 7)
                        .text(20, "from a later release")
                        .real(21, 0.5)
                        .number(300, -1)
                        .toBytes();
        Unpacker in = Unpacker.of(later);
        long number = 0;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> number = in.number();
                default -> in.keep();
            }
        }
        assertArrayEquals(later, new Packer(1).number(1, number).unknown(in.unknown()).toBytes());
    }

    @Test
    void versionIsTold() {
        assertEquals(7, Unpacker.of(new Packer(7).toBytes()).version());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 128})
    void versionOutsideOfAByteIsRefused(int version) {
        assertThrows(IllegalArgumentException.class, () -> new Packer(version));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // no version
                "0108", // a number without its bytes
                "01220561", // a text longer than what is there
                "012280808080808080808001", // a length beyond all bounds
                "0108ffffffffffffffffffffff01", // a number that does not end
                "010d00000000", // a form that is none
                "013a0100", // a UUID of one byte
                "0152010b" // a free value of no kind
            })
    void brokenBytesAreUnreadable(String hex) {
        assertThrows(Unreadable.class, () -> read(HexFormat.of().parseHex(hex)));
    }

    @Test
    void valueAsDeepAsTheJsonReaderGoesIsStored() {
        Object value = nested(Form.MAX_DEPTH);
        Unpacker in = Unpacker.of(new Packer(1).value(1, value).toBytes());
        in.next();
        assertEquals(value, in.value());
    }

    @Test
    void valueOneDeeperIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Packer(1).value(1, nested(Form.MAX_DEPTH + 1)));
    }

    @Test
    void valueThatIsNoJsonIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Packer(1).value(1, Instant.EPOCH));
    }

    private static Object nested(int depth) {
        Object value = "core";
        for (int i = 0; i < depth; i++) {
            value = List.of(value);
        }
        return value;
    }

    /** A value of each kind, by its tag. */
    private static Map<Integer, Object> stored() {
        Map<String, Object> free = new LinkedHashMap<>();
        free.put("null", null);
        free.put("yes", true);
        free.put("no", false);
        free.put("int", 42);
        free.put("rel", 0.5);
        free.put("list", List.of("x"));
        return Map.of(
                1,
                true,
                2,
                -3L,
                3,
                1.5,
                4,
                "茶碗",
                5,
                "000fff",
                6,
                Instant.parse("2026-11-21T09:30:00Z"),
                7,
                UUID.fromString("6f1c0f0c-8f0e-5b0a-9c4e-0d8f1b7a2e11"),
                8,
                List.of("a", "b"),
                9,
                true,
                10,
                free);
    }

    @SuppressWarnings("unchecked") // what stored() has there
    private static byte[] write(Map<Integer, Object> fields) {
        return new Packer(1)
                .bool(1, (boolean) fields.get(1))
                .number(2, (long) fields.get(2))
                .real(3, (double) fields.get(3))
                .text(4, (String) fields.get(4))
                .bytes(5, HexFormat.of().parseHex((String) fields.get(5)))
                .instant(6, (Instant) fields.get(6))
                .uuid(7, (UUID) fields.get(7))
                .texts(8, (List<String>) fields.get(8))
                .message(9, (boolean) fields.get(9), (out, nested) -> out.bool(1, nested))
                .value(10, fields.get(10))
                .toBytes();
    }

    private static Map<Integer, Object> read(byte[] stored) {
        Map<Integer, Object> fields = new TreeMap<>();
        List<String> texts = new ArrayList<>();
        fields.put(8, texts);
        Unpacker in = Unpacker.of(stored);
        while (in.next()) {
            if (in.tag() == 8) {
                texts.add(in.text());
            } else {
                fields.put(in.tag(), field(in));
            }
        }
        return fields;
    }

    private static Object field(Unpacker in) {
        return switch (in.tag()) {
            case 1 -> in.bool();
            case 2 -> in.number();
            case 3 -> in.real();
            case 4 -> in.text();
            case 5 -> HexFormat.of().formatHex(in.bytes());
            case 6 -> in.instant();
            case 7 -> in.uuid();
            case 9 -> in.message(PackerTest::flag);
            case 10 -> in.object();
            default -> throw new AssertionError("no field has tag " + in.tag());
        };
    }

    private static boolean flag(Unpacker in) {
        boolean flag = false;
        while (in.next()) {
            flag = in.bool();
        }
        return flag;
    }
}
