package io.itinera.gateway.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What somebody shows to be let in: a source's write key, a browser's session ticket. Only its hash
 * is kept: it has 256 random bits, so that a plain SHA-256 of it cannot be searched.
 *
 * @param text what they show
 */
public record Secret(String text) {
    public static final int RANDOM_BYTES = 32;
    private static final int HINT_LENGTH = 4;

    /**
     * The secret of these random bytes.
     *
     * @throws IllegalArgumentException when there are not {@value #RANDOM_BYTES} of them
     */
    public static Secret of(byte[] random) {
        if (random.length != RANDOM_BYTES) {
            throw new IllegalArgumentException(
                    "a secret has " + RANDOM_BYTES + " random bytes, not " + random.length);
        }
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** SHA-256 of the text, in lower-case hexadecimal: what is kept and compared. */
    public String hash() {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Its start, for people to tell one from another. */
    public String hint() {
        return text.substring(0, HINT_LENGTH) + "…";
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "Secret[" + hint() + "]";
    }
}
