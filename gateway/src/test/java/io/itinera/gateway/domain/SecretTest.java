package io.itinera.gateway.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
    @Test
    void hashIsSha256InLowerCaseHexadecimal() {
        assertEquals(
                "2c70e12b7a0646f92279f427c7b38e7334d8e5389cff167a1dc30e73f826b683",
                new Secret("key").hash());
    }

    @Test
    void textOfItIsTheHintAlone() {
        Secret secret = Secret.of(new byte[Secret.RANDOM_BYTES]);

        assertEquals("Secret[AAAA…]", secret.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 31, 33})
    void secretIsNeverShorterOrLonger(int bytes) {
        assertThrows(IllegalArgumentException.class, () -> Secret.of(new byte[bytes]));
    }

    @Test
    void rotatedSourceTakesBothKeysUntilTheOldOneIsDropped() {
        UUID id = new UUID(0, 1);
        Secret first = new Secret("first-key");
        Secret second = new Secret("second-key");
        Secret third = new Secret("third-key");
        SourceWish wish = new SourceWish("Shop", true, null, null, null);
        EventSource created =
                EventSource.created(id, new UUID(0, 2), wish, null, first, Instant.EPOCH);

        EventSource rotated = created.rotated(second);

        assertEquals(List.of(second.hash(), first.hash()), rotated.published().keyHashes());
        assertEquals(List.of(second.hash()), rotated.withoutOldKey().published().keyHashes());
        assertEquals(
                List.of(third.hash(), second.hash()),
                rotated.rotated(third).published().keyHashes());
    }
}
