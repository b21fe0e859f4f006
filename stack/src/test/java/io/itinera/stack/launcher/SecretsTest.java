package io.itinera.stack.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.stack.process.Home;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir private Path directory;

    private Home home() {
        return new Home(directory, directory);
    }

    @Test
    void theyAreMadeOnceAndOnlyTheirOwnerCanReadThem() throws Exception {
        Secrets first = Secrets.loadOrMake(home());

        assertEquals(first, Secrets.loadOrMake(home()));
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(directory.resolve("secrets.properties"))));
    }

    @Test
    void theTwoHalvesOfTheKeyBelongTogether() throws Exception {
        Secrets secrets = Secrets.loadOrMake(home());
        KeyFactory keys = KeyFactory.getInstance("Ed25519");
        byte[] text = "aud=journeys".getBytes(StandardCharsets.UTF_8);

        Signature signing = Signature.getInstance("Ed25519");
        signing.initSign(
                keys.generatePrivate(
                        new PKCS8EncodedKeySpec(
                                Base64.getDecoder().decode(secrets.internalPrivateKey()))));
        signing.update(text);
        Signature verifying = Signature.getInstance("Ed25519");
        verifying.initVerify(
                keys.generatePublic(
                        new X509EncodedKeySpec(
                                Base64.getDecoder().decode(secrets.internalPublicKey()))));
        verifying.update(text);

        assertTrue(verifying.verify(signing.sign()));
    }

    @Test
    void fileOfAnEarlierReleaseGetsASettingsKeyAndKeepsTheRest() throws Exception {
        Secrets first = Secrets.loadOrMake(home());
        Path file = directory.resolve("secrets.properties");
        Files.write(
                file,
                Files.readAllLines(file).stream()
                        .filter(line -> !line.startsWith("settings.key"))
                        .toList());

        Secrets later = Secrets.loadOrMake(home());

        assertEquals(32, Base64.getDecoder().decode(later.settingsKey()).length);
        assertNotEquals(first.settingsKey(), later.settingsKey());
        assertEquals(first.sessionKey(), later.sessionKey());
        assertEquals(later, Secrets.loadOrMake(home()));
    }

    @Test
    void aSecretThatIsMissingIsNamed() throws Exception {
        Files.writeString(directory.resolve("secrets.properties"), "link.secret=x\n");

        assertEquals(
                directory.resolve("secrets.properties") + " lacks internal.private-key.",
                assertThrows(Refusal.class, () -> Secrets.loadOrMake(home())).getMessage());
    }
}
