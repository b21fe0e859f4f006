package io.itinera.gateway.domain;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, as their identity provider says.
 *
 * @param id the token's subject
 * @param name what to call them
 * @param email their address, in lower case; null when the provider tells none
 * @param emailVerified whether the provider vouches that the address is theirs
 * @param mayCreateWorkspaces whether the configured bootstrap claim is theirs
 */
public record Person(
        String id,
        String name,
        @Nullable String email,
        boolean emailVerified,
        boolean mayCreateWorkspaces) {
    public Person {
        email = email == null ? null : address(email);
    }

    /**
     * The address that an invitation may be matched with: only one that the provider vouches for.
     */
    public Optional<String> invitedAs() {
        return emailVerified ? Optional.ofNullable(email) : Optional.empty();
    }

    /** An address as it is stored and compared. */
    public static String address(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
