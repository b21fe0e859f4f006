package io.itinera.messaging.domain.delivery;

import java.util.regex.Pattern;

/**
 * What a mail server answered.
 *
 * @param code the reply code, such as 550
 * @param text the rest of the reply
 */
public record ProviderReply(int code, String text) {
    /** Enhanced codes of an address that cannot exist or no longer does (RFC 3463, X.1.X). */
    private static final Pattern DEAD_ADDRESS = Pattern.compile("\\b5\\.1\\.(1|2|3|6|10)\\b");

    /** True when no mail to this address can ever arrive. */
    boolean addressIsDead() {
        return DEAD_ADDRESS.matcher(text).find();
    }

    String reason() {
        return "provider:" + code;
    }
}
