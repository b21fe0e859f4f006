package io.itinera.messaging.domain;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who a workspace's mail comes from, such as {@code Shop <hello@shop.example>}.
 *
 * @param name what the customer reads; absent for the bare address
 * @param address where the mail comes from
 */
public record Sender(@Nullable String name, EmailAddress address) {
    private static final Pattern NAMED = Pattern.compile("\\s*\"?([^\"<>]*?)\"?\\s*<([^<>]+)>\\s*");

    /** The sender in a workspace's settings; empty when it has no usable address. */
    public static Optional<Sender> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        Matcher named = NAMED.matcher(text);
        if (!named.matches()) {
            return EmailAddress.parse(text).map(address -> new Sender(null, address));
        }
        String name = named.group(1).replaceAll("\\p{Cntrl}", "");
        return EmailAddress.parse(named.group(2))
                .map(address -> new Sender(name.isEmpty() ? null : name, address));
    }

    /** As it stands in the {@code From} header. */
    public String header() {
        return name == null ? address.value() : "\"" + name + "\" <" + address.value() + ">";
    }
}
