package io.itinera.kit.tenancy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TokenMintTest {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    private static final KeyPair KEYS = keys();
    private static final Grant AIKO = new Grant("w1", "aiko", Set.of("read", "write"));

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final TokenMint mint = new TokenMint(KEYS.getPrivate(), now::get);

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
    void tokenThatIsGivenOutAgainHoldsLongEnoughToBeUsed() {
        TokenCheck check = new TokenCheck("journeys", List.of(KEYS.getPublic()), now::get);
        mint.mint("journeys", AIKO);
        now.set(START.plus(TokenMint.GIVEN_OUT).minusMillis(1));
        String token = mint.mint("journeys", AIKO);
        now.set(START.plus(TokenMint.GIVEN_OUT).plusSeconds(39));
        assertEquals(AIKO, check.grant(token));
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("every JDK has Ed25519", impossible);
        }
    }
}
