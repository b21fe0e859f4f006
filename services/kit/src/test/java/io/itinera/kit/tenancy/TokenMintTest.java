package io.itinera.kit.tenancy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TokenMintTest {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    private static final Grant AIKO = new Grant("w1", "aiko", Set.of("read", "write"));

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final TokenMint mint = new TokenMint(key(), now::get);

    @Test
    void whatWasGrantedLatelyIsSaidWithTheSameToken() {
        String first = mint.mint("journeys", AIKO);
        now.set(START.plus(TokenMint.GIVEN_OUT).minusMillis(1));
        String again = mint.mint("journeys", new Grant("w1", "aiko", Set.of("write", "read")));
        now.set(START.plus(TokenMint.GIVEN_OUT));
        String later = mint.mint("journeys", AIKO);
        assertEquals(first, again);
        assertNotEquals(first, later);
    }

    @Test
    void eachServiceWorkspacePersonAndSetOfRightsHasTokensOfItsOwn() {
        List<String> tokens =
                Stream.of(
                                mint.mint("journeys", AIKO),
                                mint.mint("insights", AIKO),
                                mint.mint("journeys", new Grant("w2", "aiko", AIKO.rights())),
                                mint.mint("journeys", new Grant("w1", "mira", AIKO.rights())),
                                mint.mint("journeys", new Grant("w1", "aiko", Set.of("read"))))
                        .distinct()
                        .toList();
        assertEquals(5, tokens.size());
    }

    @Test
    void tokenThatIsGivenOutHoldsLongEnoughToBeUsed() {
        Duration left = TokenMint.LIFETIME.minus(TokenMint.GIVEN_OUT);
        assertTrue(left.compareTo(Duration.ofSeconds(30)) >= 0, left::toString);
    }

    private static PrivateKey key() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("every JDK has Ed25519", impossible);
        }
    }
}
