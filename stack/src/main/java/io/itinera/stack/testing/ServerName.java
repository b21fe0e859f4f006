package io.itinera.stack.testing;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The servers that a test may ask for. */
public enum ServerName {
    KAFKA,
    POSTGRES,
    REDIS,
    INBOX,
    KEYCLOAK;

    /** The name under which its process is recorded. */
    String process() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a list such as {@code kafka,postgres}. */
    static Set<ServerName> parse(String list) {
        return Arrays.stream(list.split(","))
                .map(it -> valueOf(it.strip().toUpperCase(Locale.ROOT)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ServerName.class)));
    }

    static String print(Set<ServerName> names) {
        return names.stream().map(ServerName::process).collect(Collectors.joining(","));
    }
}
