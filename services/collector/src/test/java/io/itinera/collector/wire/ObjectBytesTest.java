package io.itinera.collector.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.itinera.collector.domain.Slice;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectBytesTest {
    @Test
    void membersStandInTheOrderInWhichTheyWereAdded() {
        Slice list = new ObjectBytes().list("l", List.of(ObjectBytes.text("a"))).done();
        assertEquals(
                "{\"t\":\"x\",\"v\":1.50,\"o\":{\"l\":[\"a\"]}}",
                new ObjectBytes()
                        .text("t", "x")
                        .text("none", null)
                        .value("v", ObjectBytes.number("1.50"))
                        .value("o", list)
                        .done()
                        .toString());
    }

    @Test
    void listOfListsHasItsCommas() {
        Slice empty = new ObjectBytes().done();
        assertEquals(
                "{\"l\":[{},{}],\"m\":[]}",
                new ObjectBytes()
                        .list("l", List.of(empty, empty))
                        .list("m", List.of())
                        .done()
                        .toString());
    }

    @Test
    void nothingAddedIsNothing() {
        assertNull(new ObjectBytes().text("t", null).doneUnlessEmpty());
    }

    @Test
    void numberIsOneAsJsonHasThem() {
        assertEquals(
                List.of("12", "-0.5", "1e9", "\"012\"", "\"1.\"", "\"\"", "\"NaN\"", "\"1e999\""),
                List.of("12", "-0.5", "1e9", "012", "1.", "", "NaN", "1e999").stream()
                        .map(text -> ObjectBytes.number(text).toString())
                        .toList());
    }

    @Test
    void halfOfASurrogatePairIsEscaped() {
        assertEquals("\"\\ud800\"", ObjectBytes.text("\ud800").toString());
    }
}
