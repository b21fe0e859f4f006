package io.itinera.collector.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.collector.domain.Suppressed;
import io.itinera.contracts.Identities;
import io.itinera.contracts.Keys;
import io.itinera.contracts.settings.Suppression;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.tables.Table;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SuppressionsTest {
    private final Suppressions suppressions = new Suppressions();
    private final Table.Edition edition = suppressions.anew();

    @Test
    void identityIsSuppressedInItsWorkspaceAndAsItsKindOnly() {
        put("w1", Identities.USER, "mira");
        edition.publish();
        assertTrue(suppressions.in("w1").has(Identities.USER, "mira"));
        assertFalse(suppressions.in("w1").has(Identities.USER, "ken"));
        assertFalse(suppressions.in("w1").has(Identities.ANONYMOUS, "mira"));
        assertFalse(suppressions.in("w2").has(Identities.USER, "mira"));
    }

    @Test
    void tombstoneLetsItInAgain() {
        put("w1", Identities.USER, "mira");
        put("w1", Identities.USER, "ken");
        edition.put(key("w1", Identities.USER, "mira"), null);
        edition.publish();
        assertFalse(suppressions.in("w1").has(Identities.USER, "mira"));
        assertTrue(suppressions.in("w1").has(Identities.USER, "ken"));
    }

    @Test
    void workspacesOfTheNewlySuppressedAreToldOnceAndOnlyWhenTheyHold() {
        put("w1", Identities.USER, "mira");
        Set<String> before = suppressions.newlyErasedIn();
        edition.publish();
        Set<String> after = suppressions.newlyErasedIn();
        put("w2", Identities.USER, "mira");
        edition.publish();
        assertEquals(
                List.of(Set.of(), Set.of("w1"), Set.of("w2"), Set.of()),
                List.of(before, after, suppressions.newlyErasedIn(), suppressions.newlyErasedIn()));
    }

    @Test
    void nothingIsHashedWhereNobodyIsSuppressed() {
        assertSame(Suppressed.NOBODY, suppressions.in("w1"));
        put("w1", Identities.USER, "mira");
        edition.put(key("w1", Identities.USER, "mira"), null);
        edition.publish();
        assertSame(Suppressed.NOBODY, suppressions.in("w1"));
    }

    @Test
    void whatIsNoHashIsNoSuppression() {
        byte[] value = "{}".getBytes(UTF_8);
        for (String key : new String[] {"w1", "w1|mira", "w1|abcd"}) {
            assertThrows(RuntimeException.class, () -> edition.put(key, value), key);
        }
        edition.publish();
        assertEquals(Suppressed.NOBODY, suppressions.in("w1"));
    }

    private void put(String workspace, String kind, String value) {
        String key = key(workspace, kind, value);
        edition.put(
                key,
                JsonCodec.of(Suppression.class)
                        .write(
                                new Suppression(
                                        workspace,
                                        key.substring(workspace.length() + 1),
                                        Instant.EPOCH,
                                        Map.of())));
    }

    private static String key(String workspace, String kind, String value) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(Keys.identity(workspace, kind, value).getBytes(UTF_8));
            return Keys.suppression(workspace, HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
