package io.itinera.collector.hooks.signatures;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.itinera.collector.hooks.domain.Delivery;
import io.itinera.contracts.settings.SignatureRule.Encoding;
import io.itinera.contracts.settings.SignatureRule.Hash;
import java.net.URI;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's: the address, with a form's fields behind it in the order of their names; of another
 * body its hash stands in the address. Twilio signs the address with its port or without. <a
 * href="https://www.twilio.com/docs/usage/security#validating-requests">Twilio, Validating
 * requests</a>.
 */
public record TwilioScheme() implements Scheme {
    private static final String HEADER = "X-Twilio-Signature";
    private static final String BODY_HASH = "bodySHA256";
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    @Override
    public String header() {
        return HEADER;
    }

    @Override
    public @Nullable String complaint(Delivery delivery, byte[] body, String secret, Instant now) {
        String told = delivery.header(HEADER);
        if (told == null) {
            return Complaints.missing(HEADER);
        }
        TreeMap<String, TreeSet<String>> inAddress = fields(query(delivery.address()));
        TreeSet<String> hashes = inAddress.get(BODY_HASH);
        if (hashes != null && !isHash(hashes.first(), body)) {
            return "The body is not the one whose hash stands in the address as " + BODY_HASH;
        }
        if (hashes == null && !delivery.isForm() && body.length > 0) {
            return "The body must be a form, or its hash stand in the address as " + BODY_HASH;
        }
        String signed = hashes == null ? text(fields(new String(body, UTF_8))) : "";
        return addresses(delivery.address()).stream()
                        .anyMatch(it -> isOf(told, it + signed, secret))
                ? null
                : Complaints.wrong(HEADER) + "; the address counts as " + delivery.address();
    }

    private static boolean isOf(String signature, String signed, String secret) {
        return new Hmac(Hash.sha1, secret).with(signed).is(signature, Encoding.base64);
    }

    private static String text(TreeMap<String, TreeSet<String>> fields) {
        StringBuilder text = new StringBuilder();
        fields.forEach((name, values) -> values.forEach(value -> text.append(name).append(value)));
        return text.toString();
    }

    private static TreeMap<String, TreeSet<String>> fields(String encoded) {
        TreeMap<String, TreeSet<String>> fields = new TreeMap<>();
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.computeIfAbsent(decoded(pair.substring(0, equals)), _ -> new TreeSet<>())
                        .add(decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    private static String query(String address) {
        int mark = address.indexOf('?');
        return mark < 0 ? "" : address.substring(mark + 1);
    }

    private static boolean isHash(String told, byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return MessageDigest.isEqual(
                    HexFormat.of().formatHex(hash).getBytes(UTF_8), told.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** As it stands, without its port, and with the usual one. */
    private static List<String> addresses(String address) {
        Map<String, Integer> usual = Map.of("https", HTTPS_PORT, "http", HTTP_PORT);
        try {
            URI uri = URI.create(address);
            String scheme = uri.getScheme();
            String begin = scheme + "://" + uri.getHost();
            String rest = address.substring((scheme + "://" + uri.getRawAuthority()).length());
            return List.of(
                    address, begin + rest, begin + ":" + usual.getOrDefault(scheme, 0) + rest);
        } catch (IllegalArgumentException noAddress) {
            return List.of(address);
        }
    }
}
