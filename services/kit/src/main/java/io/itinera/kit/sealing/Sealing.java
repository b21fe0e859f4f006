package io.itinera.kit.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals texts with AES-256-GCM for one owner each: what was sealed for one source cannot be opened
 * as another's. A sealed text is Base64 (URL alphabet, no padding) of a version byte, a random
 * nonce and the ciphertext with its tag.
 */
public final class Sealing {
    /** The bytes of a key. */
    public static final int KEY_BYTES = 32;

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final List<SecretKey> keys;
    private final SecureRandom random = new SecureRandom();

    private Sealing(List<SecretKey> keys) {
        this.keys = keys;
    }

    /**
     * With these keys, of which the first seals and all open.
     *
     * @param keys one, or two while one is being replaced; each {@value #KEY_BYTES} bytes in Base64
     * @throws IllegalStateException when there is none or one is no key
     */
    public static Sealing of(List<String> keys) {
        if (keys.isEmpty() || keys.size() > 2) {
            throw new IllegalStateException(
                    "itinera.settings-key must be one key, or two while one is being replaced");
        }
        return new Sealing(keys.stream().map(Sealing::key).toList());
    }

    private static SecretKey key(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.strip());
            if (bytes.length == KEY_BYTES) {
                return new SecretKeySpec(bytes, "AES");
            }
        } catch (IllegalArgumentException noBase64) {
            throw new IllegalStateException(unusable(), noBase64);
        }
        throw new IllegalStateException(unusable());
    }

    private static String unusable() {
        return "itinera.settings-key must be " + KEY_BYTES + " bytes in Base64";
    }

    /** Seals a text for its owner. */
    public String seal(String text, UUID owner) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] hidden =
                    cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), nonce, owner)
                            .doFinal(text.getBytes(UTF_8));
            byte[] sealed =
                    ByteBuffer.allocate(1 + NONCE_BYTES + hidden.length)
                            .put(VERSION)
                            .put(nonce)
                            .put(hidden)
                            .array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + CIPHER, impossible);
        }
    }

    /**
     * What was sealed for this owner.
     *
     * @throws Unopened when none of the keys opens it, it was sealed for another or was changed
     */
    public String open(String sealed, UUID owner) {
        byte[] bytes = decode(sealed);
        if (bytes.length < 1 + NONCE_BYTES + TAG_BITS / Byte.SIZE || bytes[0] != VERSION) {
            throw new Unopened("it is no sealed text of version " + VERSION);
        }
        return keys.stream()
                .map(key -> open(bytes, key, owner))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new Unopened("no key opens it for " + owner));
    }

    private static Optional<String> open(byte[] sealed, SecretKey key, UUID owner) {
        int start = 1 + NONCE_BYTES;
        try {
            Cipher cipher =
                    cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOfRange(sealed, 1, start), owner);
            return Optional.of(
                    new String(cipher.doFinal(sealed, start, sealed.length - start), UTF_8));
        } catch (AEADBadTagException anotherKey) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + CIPHER, impossible);
        }
    }

    private static byte[] decode(String sealed) {
        try {
            return Base64.getUrlDecoder().decode(sealed);
        } catch (IllegalArgumentException noBase64) {
            throw new Unopened("it is not Base64");
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, UUID owner)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.toString().getBytes(UTF_8));
        return cipher;
    }

    /** A text that cannot be opened; says why, never what it is. */
    public static final class Unopened extends RuntimeException {
        Unopened(String reason) {
            super(reason);
        }
    }
}
