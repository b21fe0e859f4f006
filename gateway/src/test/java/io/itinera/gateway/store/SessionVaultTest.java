package io.itinera.gateway.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SessionVaultTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private final SessionVault vault = new SessionVault(SECRET, new SecureRandom());

    @Test
    void whatWasSealedOpensAtItsPlace() throws GeneralSecurityException {
        String kept = vault.seal("here", "a token");

        assertEquals("a token", vault.open("here", kept));
        assertFalse(kept.contains("token"));
    }

    @Test
    void sameTextIsNeverSealedTheSameWayTwice() {
        assertNotEquals(vault.seal("here", "a token"), vault.seal("here", "a token"));
    }

    @Test
    void sessionDoesNotOpenAtAnothersPlace() {
        String kept = vault.seal("here", "a token");

        assertThrows(GeneralSecurityException.class, () -> vault.open("there", kept));
    }

    @Test
    void changedSessionDoesNotOpen() {
        byte[] bytes = Base64.getDecoder().decode(vault.seal("here", "a token"));
        bytes[bytes.length - 1] ^= 1;
        String changed = Base64.getEncoder().encodeToString(bytes);

        assertThrows(GeneralSecurityException.class, () -> vault.open("here", changed));
    }

    @Test
    void anotherSecretDoesNotOpen() {
        SessionVault other = new SessionVault(SECRET + "!", new SecureRandom());
        String kept = vault.seal("here", "a token");

        assertThrows(GeneralSecurityException.class, () -> other.open("here", kept));
    }

    @Test
    void secretHasAtLeast32Characters() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new SessionVault(SECRET.substring(1), new SecureRandom()));
    }

    @Test
    void shortenedSessionDoesNotOpen() {
        assertThrows(GeneralSecurityException.class, () -> vault.open("here", "AAAA"));
    }
}
