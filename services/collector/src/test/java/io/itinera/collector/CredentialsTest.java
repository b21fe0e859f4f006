package io.itinera.collector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    @Test
    void keysAreTriedInTheirOrderAndTheFirstThatIsThereHolds() {
        assertEquals(
                List.of("basic"),
                new Credentials("basic", "query", "header", "api").keys("body", "last"));
        assertEquals(
                List.of("body"),
                new Credentials(null, "query", "header", "api").keys("body", "last"));
        assertEquals(
                List.of("query"),
                new Credentials(null, "query", "header", "api").keys(null, "last"));
        assertEquals(
                List.of("header"), new Credentials(null, null, "header", "api").keys(null, "last"));
        assertEquals(List.of("api"), new Credentials(null, null, null, "api").keys(null, "last"));
        assertEquals(List.of("last"), new Credentials(null, null, null, null).keys(null, "last"));
        assertEquals(List.of(), new Credentials(null, null, null, null).keys());
    }

    @Test
    void headersKeyMayBeHalfOfAPair() {
        assertEquals(
                List.of("id:secret", "id", "secret"),
                new Credentials(null, null, "id:secret", null).keys());
        assertEquals(List.of("id:", "id"), new Credentials(null, null, "id:", null).keys());
    }
}
