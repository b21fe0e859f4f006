package io.itinera.messaging.letters;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The links that a mail carries: tokens that say what they are for and that nobody else can make,
 * so that a link needs no row of its own and leads nowhere but where the mail said.
 */
public final class Links {
    /** The longest address that still becomes a tracked link, in bytes. */
    public static final int MAX_URL = 1_500;

    private static final String HMAC = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 16;
    private static final int KEY_BYTES = 16;
    private static final byte CLICK = 'c';
    private static final byte UNSUBSCRIBE = 'u';

    private final String publicUrl;
    private final SecretKeySpec secret;

    /**
     * Links for mail that leaves from here.
     *
     * @param publicUrl where customers reach this service, without a slash at the end
     * @param secret what the tokens are signed with
     */
    public Links(String publicUrl, String secret) {
        this.publicUrl = publicUrl.replaceAll("/+$", "");
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC);
    }

    /** Where the customer of a send says that they want no more. */
    public String unsubscribe(UUID send) {
        return publicUrl + "/public/unsubscribe/" + token(UNSUBSCRIBE, send, new byte[0]);
    }

    /** By way of us to an address; the address itself when it is too long to be carried. */
    public String click(UUID send, String url) {
        byte[] target = url.getBytes(StandardCharsets.UTF_8);
        return target.length > MAX_URL
                ? url
                : publicUrl + "/public/click/" + token(CLICK, send, target);
    }

    /** The picture for an item that has none. */
    public String placeholder() {
        return publicUrl + "/public/pictures/placeholder.png";
    }

    /** The send behind a token of {@link #unsubscribe}; empty when it is not one of ours. */
    public Optional<UUID> unsubscribing(String token) {
        return payload(UNSUBSCRIBE, token).map(Links::send);
    }

    /** The send and the address behind a token of {@link #click}; empty when it is not ours. */
    public Optional<Clicked> clicked(String token) {
        return payload(CLICK, token)
                .map(
                        bytes ->
                                new Clicked(
                                        send(bytes),
                                        new String(
                                                bytes,
                                                KEY_BYTES,
                                                bytes.length - KEY_BYTES,
                                                StandardCharsets.UTF_8)));
    }

    /**
     * A link that was followed.
     *
     * @param send the send's key
     * @param url where it leads
     */
    public record Clicked(UUID send, String url) {}

    /** An address as a header may carry it: what is beyond ASCII becomes percent and digits. */
    public static String ascii(String url) {
        StringBuilder ascii = new StringBuilder(url.length());
        url.codePoints()
                .forEach(
                        point -> {
                            if (point > ' ' && point < 0x7f) {
                                ascii.append((char) point);
                            } else {
                                ascii.append(
                                        URLEncoder.encode(
                                                Character.toString(point), StandardCharsets.UTF_8));
                            }
                        });
        return ascii.toString();
    }

    private String token(byte purpose, UUID send, byte[] target) {
        byte[] payload =
                ByteBuffer.allocate(KEY_BYTES + target.length)
                        .putLong(send.getMostSignificantBits())
                        .putLong(send.getLeastSignificantBits())
                        .put(target)
                        .array();
        byte[] signed =
                ByteBuffer.allocate(SIGNATURE_BYTES + payload.length)
                        .put(signature(purpose, payload))
                        .put(payload)
                        .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    private Optional<byte[]> payload(byte purpose, String token) {
        byte[] signed;
        try {
            signed = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        if (signed.length < SIGNATURE_BYTES + KEY_BYTES) {
            return Optional.empty();
        }
        byte[] payload = Arrays.copyOfRange(signed, SIGNATURE_BYTES, signed.length);
        byte[] given = Arrays.copyOf(signed, SIGNATURE_BYTES);
        return MessageDigest.isEqual(given, signature(purpose, payload))
                ? Optional.of(payload)
                : Optional.empty();
    }

    private byte[] signature(byte purpose, byte[] payload) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(secret);
            mac.update(purpose);
            return Arrays.copyOf(mac.doFinal(payload), SIGNATURE_BYTES);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java runtime has " + HMAC, missing);
        }
    }

    private static UUID send(byte[] payload) {
        ByteBuffer bytes = ByteBuffer.wrap(payload);
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
