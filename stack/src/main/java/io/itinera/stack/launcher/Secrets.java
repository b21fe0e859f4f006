package io.itinera.stack.launcher;

import io.itinera.stack.process.Home;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * What only this Itinera knows: made at the first start, in a file that only its owner can read.
 * The settings key came later; a file without it gets one.
 *
 * @param internalPrivateKey Ed25519, PKCS 8, base64
 * @param internalPublicKey its other half, X.509, base64
 * @param settingsKey AES-256, base64
 */
record Secrets(
        String internalPrivateKey,
        String internalPublicKey,
        String databasePassword,
        String linkSecret,
        String sessionKey,
        String oidcClientSecret,
        String settingsKey) {

    private static final int SECRET_BYTES = 32;
    private static final String SETTINGS_KEY = "settings.key";

    static Secrets loadOrMake(Home home) throws IOException {
        Path file = home.directory().resolve("secrets.properties");
        if (!Files.exists(file)) {
            make().write(file);
        }
        Properties properties = load(file);
        if (properties.getProperty(SETTINGS_KEY) == null) {
            properties.setProperty(SETTINGS_KEY, newSettingsKey());
            write(file, properties);
        }
        return of(file, properties);
    }

    private static Secrets make() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            return new Secrets(
                    base64.encodeToString(pair.getPrivate().getEncoded()),
                    base64.encodeToString(pair.getPublic().getEncoded()),
                    random(),
                    random(),
                    random(),
                    random(),
                    newSettingsKey());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK since 15 has Ed25519", e);
        }
    }

    /** The file is private from its first byte on. */
    private void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("internal.private-key", internalPrivateKey);
        properties.setProperty("internal.public-key", internalPublicKey);
        properties.setProperty("database.password", databasePassword);
        properties.setProperty("link.secret", linkSecret);
        properties.setProperty("session.key", sessionKey);
        properties.setProperty("oidc.client-secret", oidcClientSecret);
        properties.setProperty(SETTINGS_KEY, settingsKey);
        write(file, properties);
    }

    private static void write(Path file, Properties properties) throws IOException {
        StringWriter text = new StringWriter();
        properties.store(text, "Secrets of this Itinera. Whoever has them can act as it.");
        PrivateFile.write(file, text.toString());
    }

    private static Properties load(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static Secrets of(Path file, Properties properties) {
        return new Secrets(
                required(file, properties, "internal.private-key"),
                required(file, properties, "internal.public-key"),
                required(file, properties, "database.password"),
                required(file, properties, "link.secret"),
                required(file, properties, "session.key"),
                required(file, properties, "oidc.client-secret"),
                required(file, properties, SETTINGS_KEY));
    }

    private static String required(Path file, Properties properties, String key) {
        String value = properties.getProperty(key);
        if (value == null || value.isBlank()) {
            throw new Refusal("%s lacks %s.".formatted(file, key));
        }
        return value;
    }

    private static String random() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes());
    }

    private static String newSettingsKey() {
        return Base64.getEncoder().encodeToString(randomBytes());
    }

    private static byte[] randomBytes() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
