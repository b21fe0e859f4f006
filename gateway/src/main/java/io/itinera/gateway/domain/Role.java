package io.itinera.gateway.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a member is in a workspace; each role may do all that the one before it may. */
public enum Role {
    VIEWER,
    AUTHOR,
    OWNER;

    /** Whether this role has the right that a request needs. */
    public boolean may(Right needed) {
        return switch (this) {
            case VIEWER -> needed == Right.READ;
            case AUTHOR -> needed != Right.OWN;
            case OWNER -> true;
        };
    }

    /** Every right of this role, as services read them in the internal token. */
    public List<String> rights() {
        return Arrays.stream(Right.values()).filter(this::may).map(Right::text).toList();
    }

    /** The role as it is stored and sent. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role that is written so; empty when none is. */
    public static Optional<Role> of(String text) {
        return Arrays.stream(values()).filter(role -> role.text().equals(text)).findFirst();
    }

    /**
     * The role that is written so.
     *
     * @throws IllegalArgumentException when none is
     */
    public static Role named(String text) {
        return of(text).orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "a role is owner, author or viewer, not " + text));
    }
}
