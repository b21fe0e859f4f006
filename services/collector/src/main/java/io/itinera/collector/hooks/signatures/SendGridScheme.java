package io.itinera.collector.hooks.signatures;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.itinera.collector.hooks.domain.Delivery;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * SendGrid's: ECDSA over the time and the body, checked with the public key that SendGrid shows.
 * SendGrid tries for a day and does not say that it signs anew each time, so no delivery is too
 * old: what comes twice carries the same event ids and counts once. <a
 * href="https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features">SendGrid,
 * Event Webhook security</a>.
 */
public record SendGridScheme() implements Scheme {
    private static final String HEADER = "X-Twilio-Email-Event-Webhook-Signature";
    private static final String TIME = "X-Twilio-Email-Event-Webhook-Timestamp";

    @Override
    public String header() {
        return HEADER;
    }

    @Override
    public @Nullable String complaint(Delivery delivery, byte[] body, String secret, Instant now) {
        String told = delivery.header(HEADER);
        String time = delivery.header(TIME);
        if (told == null || time == null) {
            return Complaints.missing(told == null ? HEADER : TIME);
        }
        PublicKey key = key(secret);
        if (key == null) {
            return "This source's secret is not the public key that SendGrid shows";
        }
        return isOf(told, time, body, key) ? null : Complaints.wrong(HEADER);
    }

    private static boolean isOf(String signature, String time, byte[] body, PublicKey key) {
        try {
            Signature check = Signature.getInstance("SHA256withECDSA");
            check.initVerify(key);
            check.update(time.getBytes(UTF_8));
            check.update(body);
            return check.verify(Base64.getDecoder().decode(signature.strip()));
        } catch (SignatureException | IllegalArgumentException noSignature) {
            return false;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has ECDSA", impossible);
        }
    }

    /** Base64 as SendGrid shows it, or the same between the lines of a PEM file. */
    private static @Nullable PublicKey key(String text) {
        String bare = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            return KeyFactory.getInstance("EC")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(bare)));
        } catch (GeneralSecurityException | IllegalArgumentException noKey) {
            return null;
        }
    }
}
