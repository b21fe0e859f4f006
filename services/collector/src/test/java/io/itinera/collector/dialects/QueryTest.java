package io.itinera.collector.dialects;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryTest {
    @Test
    void parametersAreDecoded() {
        assertEquals(
                Map.of("a b", "ü", "plus", "1+1", "empty", "", "c", "last"),
                Query.parse("a%20b=%C3%BC&plus=1%2B1&empty=&c=first&c=last&alone&=nameless", 10));
    }

    @Test
    void whatIsNotEncodedAsItShouldBeIsTakenAsItStands() {
        assertEquals(Map.of("a", "100%", "b", "%zz"), Query.parse("a=100%&b=%zz", 10));
    }

    @Test
    void headersPlusSignIsAPlusSign() {
        assertEquals("1+1 €", Query.percentDecoded("1+1%20%E2%82%AC"));
    }

    @Test
    void soManyNamesAreReadAndNotOneMore() {
        assertEquals(Map.of("a", "1", "b", "2"), Query.parse("a=1&b=2", 2));
        assertEquals(Map.of("a", "1", "b", "2"), Query.parse("a=1&b=2&c=3", 2));
    }
}
