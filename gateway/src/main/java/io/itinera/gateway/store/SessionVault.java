package io.itinera.gateway.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what is kept of a login session with AES-256-GCM, bound to the place where it is kept, so
 * that whoever can read or write Redis can neither read a token nor swap one session for another.
 */
final class SessionVault {
    /** The secret is no shorter than so many characters. */
    static final int SECRET_LENGTH = 32;

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String PURPOSE = "itinera login session, version 1";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random;

    SessionVault(String secret, SecureRandom random) {
        if (secret.length() < SECRET_LENGTH) {
            throw new IllegalArgumentException(
                    "itinera.session.encryption-key has "
                            + secret.length()
                            + " characters; it needs at least "
                            + SECRET_LENGTH);
        }
        this.key = derived(secret);
        this.random = random;
    }

    private static SecretKeySpec derived(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return new SecretKeySpec(mac.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8)), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    /** The sealed form of a text that is kept at this place. */
    String seal(String place, String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, place);
            byte[] sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] whole =
                    ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
            return Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal a session", e);
        }
    }

    /**
     * The text that was sealed for this place.
     *
     * @throws GeneralSecurityException when it was sealed with another secret, for another place,
     *     or changed since
     */
    String open(String place, String sealed) throws GeneralSecurityException {
        byte[] whole = Base64.getDecoder().decode(sealed);
        if (whole.length < NONCE_BYTES) {
            throw new GeneralSecurityException("too short to have been sealed here");
        }
        byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
        Cipher cipher = cipher(Cipher.DECRYPT_MODE, nonce, place);
        byte[] text = cipher.doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
        return new String(text, StandardCharsets.UTF_8);
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
