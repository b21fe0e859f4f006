package io.itinera.collector.hooks.signatures;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.itinera.contracts.settings.SignatureRule.Encoding;
import io.itinera.contracts.settings.SignatureRule.Hash;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed hashes, compared in a time that does not depend on where they differ. */
final class Hmac {
    private final Mac mac;

    /** With this secret, which has a character at least. */
    Hmac(Hash hash, String secret) {
        String algorithm =
                switch (hash) {
                    case sha1 -> "HmacSHA1";
                    case sha256 -> "HmacSHA256";
                    case sha512 -> "HmacSHA512";
                };
        try {
            mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), algorithm));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + algorithm, impossible);
        }
    }

    /** Adds to what is hashed. */
    Hmac with(String text) {
        mac.update(text.getBytes(UTF_8));
        return this;
    }

    /** Adds to what is hashed. */
    Hmac with(byte[] bytes) {
        mac.update(bytes);
        return this;
    }

    /** Whether a text is the hash of all that was added. */
    boolean is(String told, Encoding encoding) {
        byte[] expected = mac.doFinal();
        try {
            byte[] given =
                    switch (encoding) {
                        case hex -> HexFormat.of().parseHex(told.strip());
                        case base64 -> Base64.getDecoder().decode(told.strip());
                    };
            return MessageDigest.isEqual(expected, given);
        } catch (IllegalArgumentException notEncodedSo) {
            return false;
        }
    }
}
