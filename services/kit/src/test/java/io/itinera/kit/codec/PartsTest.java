package io.itinera.kit.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.itinera.kit.records.Unreadable;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class PartsTest {
    private static final UUID ID = new UUID(1, 2);
    private static final String STORED =
            "01"
                    + "1a18"
                    + "ff"
                    + "0d"
                    + "00000000000000010000000000000002"
                    + "03c3a561"
                    + "80"
                    + "01";

    private static byte[] written() {
        return new Packer(1)
                .parts(3, ID, (out, id) -> out.octet(255).number(-7).uuid(id).text("åa").number(64))
                .toBytes();
    }

    @Test
    void partsAreStoredOneBehindTheOther() {
        assertEquals(STORED, HexFormat.of().formatHex(written()));
    }

    @Test
    void partsAreReadInTheirOrder() {
        assertEquals(List.of(255, -7L, ID, "åa", 64L, false), read(written()));
    }

    @Test
    void partsThatEndTooEarlyAreRefused() {
        byte[] cut = HexFormat.of().parseHex("01" + "1a02" + "ff" + "0d");
        assertThrows(Unreadable.class, () -> read(cut));
    }

    private static List<Object> read(byte[] bytes) {
        List<Object> parts = new ArrayList<>();
        Unpacker in = Unpacker.of(bytes);
        while (in.next()) {
            in.parts(
                    each -> {
                        parts.add(each.octet());
                        parts.add(each.number());
                        parts.add(each.uuid());
                        parts.add(each.text());
                        parts.add(each.number());
                        parts.add(each.hasNext());
                    });
        }
        return parts;
    }
}
