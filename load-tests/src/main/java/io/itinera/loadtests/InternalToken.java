package io.itinera.loadtests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Asks an instance of a service directly, past the gateway, which knows only the first: with the
 * tokens that the gateway would make, and as often.
 */
public final class InternalToken {
    private static final Duration LIFETIME = Duration.ofMinutes(1);
    private static final Duration GIVEN_OUT = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrivateKey key;
    private final String service;
    private final String workspace;
    private String lately = "";
    private Instant until = Instant.EPOCH;

    /** With this Itinera's key, as its launcher keeps it, for the only service that takes it. */
    private InternalToken(PrivateKey key, String service, String workspace) {
        this.key = key;
        this.service = service;
        this.workspace = workspace;
    }

    /** For a service of a running Itinera. */
    public static InternalToken of(Target target, String service, String workspace)
            throws IOException {
        Properties secrets = new Properties();
        Path file = target.home().resolve("secrets.properties");
        try (Reader reader = Files.newBufferedReader(file)) {
            secrets.load(reader);
        }
        byte[] pkcs8 = Base64.getDecoder().decode(secrets.getProperty("internal.private-key"));
        try {
            PrivateKey key =
                    KeyFactory.getInstance("Ed25519")
                            .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            return new InternalToken(key, service, workspace);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(file + " holds no Ed25519 key", e);
        }
    }

    /** A token that holds for most of a minute; the same for a third of it. */
    public synchronized String mint() {
        Instant now = Instant.now();
        if (!now.isBefore(until)) {
            lately = made(now.getEpochSecond());
            until = now.plus(GIVEN_OUT);
        }
        return lately;
    }

    private String made(long now) {
        Map<String, Object> claims =
                Map.of(
                        "aud",
                        service,
                        "sub",
                        "load-tests",
                        "iat",
                        now,
                        "exp",
                        now + LIFETIME.toSeconds(),
                        "workspace",
                        workspace,
                        "rights",
                        List.of());
        String signed = base64(json(Map.of("alg", "EdDSA"))) + "." + base64(json(claims));
        return signed + "." + base64(signature(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private byte[] signature(byte[] signed) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(signed);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The token could not be signed", e);
        }
    }

    private static byte[] json(Map<String, Object> value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers are always JSON", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
