package io.itinera.kit.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.itinera.kit.records.Unreadable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private static State stored() {
        Map<String, Object> free = new LinkedHashMap<>();
        free.put("null", null);
        free.put("yes", true);
        free.put("no", false);
        free.put("int", 42);
        free.put("rel", 0.5);
        free.put("list", List.of("x"));
        return new State(
                true,
                -3,
                1.5,
                "茶碗",
                List.of(0, 15, 255),
                Instant.parse("2026-11-21T09:30:00Z"),
                UUID.fromString("6f1c0f0c-8f0e-5b0a-9c4e-0d8f1b7a2e11"),
                List.of("a", "b"),
                true,
                free);
    }

    private static byte[] write(State state) {
        byte[] bytes = new byte[state.bytes().size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = state.bytes().get(i).byteValue();
        }
        return new Packer(1)
                .bool(1, state.bool())
                .number(2, state.number())
                .real(3, state.real())
                .text(4, state.text())
                .bytes(5, bytes)
                .instant(6, state.instant())
                .uuid(7, state.uuid())
                .texts(8, state.texts())
                .message(9, state.nested(), (out, nested) -> out.bool(1, nested))
                .value(10, state.free())
                .toBytes();
    }

    private static State read(byte[] stored) {
        Unpacker in = Unpacker.of(stored);
        State state =
                new State(
                        false,
                        0,
                        0,
                        "",
                        List.of(),
                        Instant.EPOCH,
                        new UUID(0, 0),
                        new ArrayList<>(),
                        false,
                        Map.of());
        while (in.next()) {
            state = state.with(in);
        }
        return state;
    }

    private static boolean flag(Unpacker in) {
        boolean flag = false;
        while (in.next()) {
            flag = in.bool();
        }
        return flag;
    }

    private record State(
            boolean bool,
            long number,
            double real,
            String text,
            List<Integer> bytes,
            Instant instant,
            UUID uuid,
            List<String> texts,
            boolean nested,
            Map<String, Object> free) {

        State with(Unpacker in) {
            return switch (in.tag()) {
                case 1 ->
                        new State(
                                in.bool(), number, real, text, bytes, instant, uuid, texts, nested,
                                free);
                case 2 ->
                        new State(
                                bool,
                                in.number(),
                                real,
                                text,
                                bytes,
                                instant,
                                uuid,
                                texts,
                                nested,
                                free);
                case 3 ->
                        new State(
                                bool, number, in.real(), text, bytes, instant, uuid, texts, nested,
                                free);
                case 4 ->
                        new State(
                                bool, number, real, in.text(), bytes, instant, uuid, texts, nested,
                                free);
                case 5 ->
                        new State(
                                bool,
                                number,
                                real,
                                text,
                                octets(in.bytes()),
                                instant,
                                uuid,
                                texts,
                                nested,
                                free);
                case 6 ->
                        new State(
                                bool,
                                number,
                                real,
                                text,
                                bytes,
                                in.instant(),
                                uuid,
                                texts,
                                nested,
                                free);
                case 7 ->
                        new State(
                                bool, number, real, text, bytes, instant, in.uuid(), texts, nested,
                                free);
                case 8 -> {
                    texts.add(in.text());
                    yield this;
                }
                case 9 ->
                        new State(
                                bool,
                                number,
                                real,
                                text,
                                bytes,
                                instant,
                                uuid,
                                texts,
                                in.message(PackerTest::flag),
                                free);
                case 10 ->
                        new State(
                                bool,
                                number,
                                real,
                                text,
                                bytes,
                                instant,
                                uuid,
                                texts,
                                nested,
                                in.object());
                default -> throw new AssertionError("no field has tag " + in.tag());
            };
        }

        private static List<Integer> octets(byte[] bytes) {
            Integer[] octets = new Integer[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                octets[i] = bytes[i] & 0xFF;
            }
            return Arrays.asList(octets);
        }
    }
}
