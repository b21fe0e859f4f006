package io.itinera.messaging.domain;

import io.itinera.contracts.Identities;
import io.itinera.contracts.activity.Profile;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail address that can stand in an SMTP command and in a header: one {@code @}, nothing that
 * ends a line or an address. Whether somebody reads it only the provider knows.
 *
 * @param value as the customer wrote it, its domain in lower case
 */
public record EmailAddress(String value) {
    /** The longest address that SMTP carries (RFC 5321, 4.5.3.1.3, without its brackets). */
    public static final int MAX_LENGTH = 254;

    private static final Pattern SHAPE =
            Pattern.compile(
                    "[^\\s@<>(),;:\\\\\"\\[\\]\\p{Cntrl}]{1,64}@[^\\s@<>(),;:\\\\\"\\[\\]\\p{Cntrl}]+");

    /** The address in a text; empty when it is none. */
    public static Optional<EmailAddress> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        String trimmed = text.strip();
        if (trimmed.length() > MAX_LENGTH || !SHAPE.matcher(trimmed).matches()) {
            return Optional.empty();
        }
        int at = trimmed.indexOf('@') + 1;
        String domain = trimmed.substring(at).toLowerCase(Locale.ROOT);
        return Optional.of(new EmailAddress(trimmed.substring(0, at) + domain));
    }

    /** What a profile gives as the customer's address, unchecked: the identity, else the trait. */
    public static @Nullable String claimed(Profile profile) {
        String identity = profile.identities().get(Identities.EMAIL);
        return identity == null && profile.traits().get(Identities.EMAIL) instanceof String trait
                ? trait
                : identity;
    }

    /** The part after the {@code @}. */
    public String domain() {
        return value.substring(value.indexOf('@') + 1);
    }

    /** By what consent and suppression know the address: people write one address in many cases. */
    public String normal() {
        return value.toLowerCase(Locale.ROOT);
    }
}
