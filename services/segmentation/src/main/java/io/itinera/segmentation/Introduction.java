package io.itinera.segmentation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What one instance shows another to be told of a customer: ids of customers can be worked out by
 * whoever knows an address, so asking by one needs proof.
 *
 * @param customer of whom
 * @param until up to when it is good
 * @param signature by the workspace's secret
 */
public record Introduction(UUID customer, Instant until, String signature) {
    /** How long one is good. */
    static final Duration VALID = Duration.ofSeconds(30);

    private static final String ALGORITHM = "HmacSHA256";

    /** One that is good from now on. */
    public static Introduction of(UUID customer, String secret, Instant now) {
        Instant until = now.plus(VALID);
        return new Introduction(customer, until, sign(customer, until, secret));
    }

    /** Whether it was made with the secret, for now. */
    public boolean holds(String secret, Instant now) {
        return now.isBefore(until)
                && MessageDigest.isEqual(utf8(signature), utf8(sign(customer, until, secret)));
    }

    private static String sign(UUID customer, Instant until, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(utf8(secret), ALGORITHM));
            byte[] signature = mac.doFinal(utf8(customer + "|" + until.toEpochMilli()));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
